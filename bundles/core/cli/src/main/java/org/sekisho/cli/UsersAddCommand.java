package org.sekisho.cli;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.identity.Operator;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Role;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho users add NAME --role ROLE}. */
@CommandLine.Command
final class UsersAddCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(paramLabel = "NAME", descriptionKey = "users.name")
    private String name = "";

    @Mixin
    private final RoleOption role = new RoleOption();

    @Option(names = "--new-password-file", paramLabel = "FILE", descriptionKey = "new-password-file")
    private @Nullable String newPasswordFile;

    UsersAddCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        Role theirs = role.of(console);
        register.open();
        Operator by = person.mayOnly(Permission.KEEP_USERS, register, console);
        Optional<char[]> password = PasswordAnswer.ask(console, Optional.ofNullable(newPasswordFile), name);
        PasswordResult result = password.isPresent()
                ? register.operators().add(name, theirs, password.get(), by.name())
                : register.operators().addWithOneTimePassword(name, theirs, by.name());
        password.ifPresent(p -> Arrays.fill(p, '\0'));
        PasswordAnswer.show(register, console, name, result);
        return CommandFault.DONE;
    }
}
