package org.sekisho.cli;

import org.sekisho.identity.Operator;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sekisho users retire NAME}. */
@CommandLine.Command
final class UsersRetireCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(paramLabel = "NAME", descriptionKey = "users.name")
    private String name = "";

    UsersRetireCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        register.open();
        Operator by = person.mayOnly(Permission.KEEP_USERS, register, console);
        if (register.operators().retire(name, by.name()) instanceof OperatorChange.Refused refused) {
            throw new CommandFault(CommandFault.REFUSED, refused.sentence().in(console.language()));
        }
        console.say("users.is-retired", name);
        return CommandFault.DONE;
    }
}
