package org.sekisho.identity;

import java.util.Map;
import org.sekisho.storage.StorageFault;

/** What each role may do in this shop: as it comes, or as a manager changed it. Safe for many threads. */
public interface RoleRights {

    Map<Role, Rights> all() throws StorageFault;

    /**
     * Changes what a role may do, for everybody who has it; on the record. Whoever is signed on at the page with that role is signed off before
     * their next deed.
     *
     * @param by who does it, for the journal
     * @return refused where nobody would be left who keeps the operators, a limit is none, or a permission needs no approval ever
     */
    OperatorChange change(Role role, RightsChange change, String by) throws StorageFault;

    /** Makes a role what it comes as. */
    OperatorChange reset(Role role, String by) throws StorageFault;
}
