package org.sekisho.cli;

import java.util.Arrays;
import java.util.Optional;
import org.sekisho.identity.OneTimeCodes.Enrolment;
import org.sekisho.identity.Operator;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sekisho totp on}: from the next sign-on, whoever gives this command needs the code of their phone beside their password. */
@CommandLine.Command
final class TotpOnCommand extends Command {

    @Mixin
    private final Person person = new Person();

    TotpOnCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        register.open();
        if (!register.codes().areThere()) {
            throw console.fault(CommandFault.REFUSED, "totp.no-plugin");
        }
        Operator operator = person.withOwnPassword(register, console, Optional.empty());
        try (Enrolment enrolment = register.codes().begin(operator.name())) {
            show(operator, enrolment);
            confirm(operator, enrolment);
        }
        console.say("totp.on", operator.name());
        if (isLastWhoTakesCodesAway(operator)) {
            console.say("totp.last", operator.name());
        }
        return CommandFault.DONE;
    }

    private boolean isLastWhoTakesCodesAway(Operator operator) throws StorageFault {
        return register.operators().list().stream()
                .filter(other -> !other.name().equals(operator.name()))
                .noneMatch(other -> other.may(Permission.KEEP_USERS));
    }

    private void show(Operator operator, Enrolment enrolment) {
        console.say("totp.secret", operator.name());
        showSecret(enrolment.typed());
        showSecret(enrolment.uri());
        console.say("totp.once");
    }

    private void showSecret(char[] secret) {
        console.saySecret(secret);
        Arrays.fill(secret, '\0');
    }

    /** Asks until the code is right, or nothing is typed any more. */
    private void confirm(Operator operator, Enrolment enrolment) throws CommandFault, StorageFault {
        while (true) {
            char[] code = console.secret(Optional.empty(), "ask.new-code", operator.name())
                    .filter(typed -> typed.length > 0)
                    .orElseThrow(() -> console.fault(CommandFault.USAGE, "totp.unconfirmed"));
            try {
                if (!(enrolment.confirm(code) instanceof OperatorChange.Refused refused)) {
                    return;
                }
                console.invocation().err().println(refused.sentence().in(console.language()));
            } finally {
                Arrays.fill(code, '\0');
            }
        }
    }
}
