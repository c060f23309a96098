package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sekisho backup}: one sealed copy of the home. */
@CommandLine.Command
final class BackupCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
    private String file = "";

    BackupCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault, HomeFault {
        register.open();
        Operator operator = person.mayOnly(Permission.KEEP_VAULT, register, console);
        Path copy = console.path(file).toAbsolutePath().normalize();
        JsonObject details = new JsonObject();
        details.addProperty("file", String.valueOf(copy.getFileName()));
        // First, so that the copy has it too.
        register.journal().record(new Fact("BackupMade", 1, operator.name(), details));
        register.backups().make(copy, new CopyNotes(console));
        console.say("backup.made", copy);
        if (register.home().settings().database().startsWith("jdbc:")) {
            console.note("backup.server");
        }
        return CommandFault.DONE;
    }
}
