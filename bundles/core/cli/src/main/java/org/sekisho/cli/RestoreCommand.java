package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sekisho.journal.Fact;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho restore}: a home from a sealed copy. Whoever has the copy and its secret may: there is nobody to sign on yet. */
@CommandLine.Command
final class RestoreCommand extends Command {

    @Mixin
    private final VaultSource source = new VaultSource();

    @Option(names = "--recovery-key-file", paramLabel = "FILE", descriptionKey = "vault.recovery-key-file")
    private @Nullable String recoveryKeyFile;

    @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
    private String file = "";

    RestoreCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        Path copy = console.path(file).toAbsolutePath().normalize();
        JsonObject details = new JsonObject();
        if (recoveryKeyFile == null) {
            register.backups().restore(copy, source.of(console), new CopyNotes(console));
        } else {
            KeySource next = source.of(console)
                    .orElseGet(() -> new KeySource.KeyFile(register.vaultSetup().nextKeyFile()));
            register.backups().restore(copy, console.path(recoveryKeyFile), next, new CopyNotes(console));
            details.addProperty("by", "recovery-key");
        }
        register.open();
        details.addProperty("file", String.valueOf(copy.getFileName()));
        register.journal().record(new Fact("BackupRestored", 1, Fact.SYSTEM, details));
        console.say("backup.restored", register.home().folder());
        if (recoveryKeyFile != null) {
            VaultCommand.say(console, register.vaultSetup().state().source());
        }
        console.note("backup.one-only");
        return CommandFault.DONE;
    }
}
