package org.sekisho.cli;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.identity.ApproverKeys;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Operators;
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

    Person() {}

    Person(@Nullable String name, @Nullable String passwordFile) {
        this.name = name;
        this.passwordFile = passwordFile;
    }

    /** Signs the person on, for anything that needs no permission beyond a password that is their own. */
    Operator signOn(Register register, Console console, Optional<String> otherwise) throws CommandFault, StorageFault {
        return signOn(register, console, otherwise, (operator, password) -> operator);
    }

    /** Signs the person on, makes sure that they may let bundles in, and opens the key that they sign with. */
    ApproverKeys.Key approverKey(Register register, Console console) throws CommandFault, StorageFault {
        return signOn(register, console, Optional.empty(), (operator, password) -> {
            require(Permission.APPROVE_BUNDLES, operator, console);
            return register.approverKeys().open(operator.name(), password);
        });
    }

    /** @param use what is done with the password before it is zeroed */
    <T> T signOn(Register register, Console console, Optional<String> otherwise, PasswordUse<T> use)
            throws CommandFault, StorageFault {
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
            SignOn answer = signOn(who, password, register, console);
            if (answer instanceof SignOn.Accepted accepted) {
                return use.by(accepted.operator(), password);
            }
            throw new CommandFault(
                    CommandFault.REFUSED, ((SignOn.Refused) answer).sentence().in(console.language()));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Signs the person on, and makes sure that nobody else gave them their password. */
    Operator withOwnPassword(Register register, Console console, Optional<String> otherwise)
            throws CommandFault, StorageFault {
        Operator operator = signOn(register, console, otherwise);
        requireOwnPassword(operator, console);
        return operator;
    }

    /** Asks for the code of whoever has one, once their password was right. */
    private static SignOn signOn(String who, char[] password, Register register, Console console)
            throws CommandFault, StorageFault {
        SignOn answer = register.operators().signOn(who, password, Operators.NO_CODE);
        if (!(answer instanceof SignOn.CodeNeeded needed)) {
            return answer;
        }
        char[] code = console.secret(Optional.empty(), "ask.code", who)
                .filter(typed -> typed.length > 0)
                .orElseThrow(() ->
                        new CommandFault(CommandFault.REFUSED, needed.sentence().in(console.language())));
        try {
            return register.operators().signOn(who, password, code);
        } finally {
            Arrays.fill(code, '\0');
        }
    }

    /** Signs the person on and makes sure that they may. */
    Operator mayOnly(Permission permission, Register register, Console console) throws CommandFault, StorageFault {
        Operator operator = signOn(register, console, Optional.empty());
        require(permission, operator, console);
        return operator;
    }

    private static void require(Permission permission, Operator operator, Console console) throws CommandFault {
        requireOwnPassword(operator, console);
        if (!operator.may(permission)) {
            throw console.fault(
                    CommandFault.REFUSED,
                    "not.permitted",
                    operator.name(),
                    console.text("role." + operator.role().word()),
                    console.text("permission." + permission.name()));
        }
    }

    private static void requireOwnPassword(Operator operator, Console console) throws CommandFault {
        if (operator.mustChangePassword()) {
            throw console.fault(CommandFault.REFUSED, "password.must-change", operator.name());
        }
    }

    /** Something done by who signed on, with the password that did it. */
    @FunctionalInterface
    interface PasswordUse<T> {
        T by(Operator operator, char[] password) throws CommandFault, StorageFault;
    }
}
