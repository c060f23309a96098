package org.sekisho.cli;

import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine.Mixin;

/**
 * Who reads the journal. Whoever can run this command against a home already holds its key, so a name is not asked for; one that
 * is given must be right and may read it.
 */
final class Auditor {

    @Mixin
    private final Person person = new Person();

    void check(Register register, Console console) throws CommandFault, StorageFault {
        if (person.name != null) {
            person.mayOnly(Permission.READ_JOURNAL, register, console);
        }
    }
}
