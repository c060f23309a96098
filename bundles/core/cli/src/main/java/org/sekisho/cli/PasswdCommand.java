package org.sekisho.cli;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.identity.Operator;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho passwd NAME}: one's own password, or somebody's by a manager. */
@CommandLine.Command
final class PasswdCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(paramLabel = "NAME", descriptionKey = "users.name")
    private String name = "";

    @Option(names = "--new-password-file", paramLabel = "FILE", descriptionKey = "new-password-file")
    private @Nullable String newPasswordFile;

    PasswdCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        register.open();
        return person.signOn(register, console, Optional.of(name), this::change);
    }

    private int change(Operator by, char[] own) throws CommandFault, StorageFault {
        if (!by.name().equals(name) && !by.may(Permission.KEEP_USERS)) {
            throw console.fault(CommandFault.REFUSED, "passwd.others", by.name());
        }
        char[] password = PasswordAnswer.ask(console, Optional.ofNullable(newPasswordFile), name)
                .orElseThrow(() -> console.fault(CommandFault.USAGE, "password.missing"));
        PasswordResult result;
        try {
            result = register.operators().changePassword(name, password, by.name());
            if (by.name().equals(name) && result instanceof PasswordResult.Set) {
                register.approverKeys().rewrap(name, own, password);
            }
        } finally {
            Arrays.fill(password, '\0');
        }
        PasswordAnswer.show(register, console, name, result);
        return CommandFault.DONE;
    }
}
