package org.sekisho.cli;

import java.util.Optional;
import org.sekisho.identity.Operator;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sekisho totp off NAME}: one's own code, or by a manager that of somebody whose phone is lost. */
@CommandLine.Command
final class TotpOffCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(paramLabel = "NAME", descriptionKey = "users.name")
    private String name = "";

    TotpOffCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        register.open();
        Operator by = person.withOwnPassword(register, console, Optional.of(name));
        if (!by.name().equals(name) && !by.may(Permission.KEEP_USERS)) {
            throw console.fault(CommandFault.REFUSED, "totp.others", by.name());
        }
        if (register.codes().remove(name, by.name()) instanceof OperatorChange.Refused refused) {
            throw new CommandFault(CommandFault.REFUSED, refused.sentence().in(console.language()));
        }
        console.say("totp.off", name);
        return CommandFault.DONE;
    }
}
