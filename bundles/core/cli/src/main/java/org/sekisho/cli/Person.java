package org.sekisho.cli;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.identity.SignOn;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine.Option;

/** Who gives a command: {@code --as USER --password-file F}, or asked at the terminal. */
final class Person {

    @Option(names = "--as", paramLabel = "USER", descriptionKey = "as")
    @Nullable
    String name;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password-file")
    @Nullable
    String passwordFile;

    /** Signs the person on, for anything that needs no permission beyond a password that is their own. */
    Operator signOn(Register register, Console console, Optional<String> otherwise) throws CommandFault, StorageFault {
        String who = Optional.ofNullable(name).or(() -> otherwise).orElse("");
        if (who.isEmpty()) {
            who = console.invocation()
                    .ask(console.text("ask.name"), false)
                    .map(String::new)
                    .orElse("")
                    .strip();
        }
        if (who.isEmpty()) {
            throw console.fault(CommandFault.USAGE, "as.missing");
        }
        char[] password = console.secret(Optional.ofNullable(passwordFile), "ask.password", who)
                .orElseThrow(() -> console.fault(CommandFault.USAGE, "password.missing"));
        try {
            SignOn answer = register.operators().signOn(who, password);
            if (answer instanceof SignOn.Accepted accepted) {
                return accepted.operator();
            }
            throw new CommandFault(
                    CommandFault.REFUSED, ((SignOn.Refused) answer).sentence().in(console.language()));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Signs the person on and makes sure that they may. */
    Operator mayOnly(Permission permission, Register register, Console console) throws CommandFault, StorageFault {
        Operator operator = signOn(register, console, Optional.empty());
        if (operator.mustChangePassword()) {
            throw console.fault(CommandFault.REFUSED, "password.must-change", operator.name());
        }
        if (!operator.may(permission)) {
            throw console.fault(
                    CommandFault.REFUSED,
                    "not.permitted",
                    operator.name(),
                    console.text("role." + operator.role().word()),
                    console.text("permission." + permission.name()));
        }
        return operator;
    }
}
