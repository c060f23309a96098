package org.sekisho.cli;

import java.util.Locale;
import org.sekisho.identity.Role;
import picocli.CommandLine.Option;

/** {@code --role ROLE}: what somebody is, or becomes, in the shop. */
final class RoleOption {

    @Option(names = "--role", paramLabel = "ROLE", required = true, descriptionKey = "users.role")
    private String role = "";

    Role of(Console console) throws CommandFault {
        try {
            return Role.ofWord(role.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw console.fault(CommandFault.USAGE, "role.unknown", role);
        }
    }
}
