package org.sekisho.gate.vouch;

import java.util.Map;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.tuf.Versions;

/**
 * Newer lists, fetched and verified, not yet in force.
 *
 * @param from how their repository is called
 * @param jars of the register itself that were not here
 */
public record Update(String from, TrustedLists lists, Map<AllowlistEntry, byte[]> jars) {

    public Update {
        jars = Map.copyOf(jars);
    }

    public Versions versions() {
        return lists.repository().versions();
    }
}
