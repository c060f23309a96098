package org.sekisho.cli;

import org.sekisho.identity.Operator;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Role;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sekisho users role NAME --role ROLE}. */
@CommandLine.Command
final class UsersRoleCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(paramLabel = "NAME", descriptionKey = "users.name")
    private String name = "";

    @Mixin
    private final RoleOption role = new RoleOption();

    UsersRoleCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        Role theirs = role.of(console);
        register.open();
        Operator by = person.mayOnly(Permission.KEEP_USERS, register, console);
        if (register.operators().changeRole(name, theirs, by.name()) instanceof OperatorChange.Refused refused) {
            throw new CommandFault(CommandFault.REFUSED, refused.sentence().in(console.language()));
        }
        console.say("users.has-role", name, console.text("role." + theirs.word()));
        return CommandFault.DONE;
    }
}
