package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.VaultState;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho vault …}: what opens the home's data. */
final class VaultCommand {

    private static final String KEY_FILE = "key-file";

    private VaultCommand() {}

    private static String kind(KeySource source) {
        return source instanceof KeySource.KeyFile ? KEY_FILE : "passphrase-file";
    }

    private static Path path(KeySource source) {
        return source instanceof KeySource.KeyFile key ? key.path() : ((KeySource.PassphraseFile) source).path();
    }

    /** Makes the vault of a home whose settings are there already. */
    @CommandLine.Command
    static final class Init extends Command {

        @Mixin
        private final VaultSource source = new VaultSource();

        Init(Register register, Console console) {
            super(register, console);
        }

        @Override
        public Integer call() throws CommandFault, StorageFault {
            if (!register.home().isInitialised()) {
                throw console.fault(
                        CommandFault.REFUSED, "vault.no-home", register.home().folder());
            }
            KeySource made = source.of(console)
                    .orElseGet(() -> new KeySource.KeyFile(register.vaultSetup().defaultKeyFile()));
            register.vaultSetup().create(made);
            console.say("vault." + kind(made), path(made));
            return CommandFault.DONE;
        }
    }

    /** Another secret opens the data from now on. */
    @CommandLine.Command
    static final class Rotate extends Command {

        @Mixin
        private final Person person = new Person();

        @Mixin
        private final VaultSource source = new VaultSource();

        Rotate(Register register, Console console) {
            super(register, console);
        }

        @Override
        public Integer call() throws CommandFault, StorageFault {
            register.open();
            Operator operator = person.mayOnly(Permission.KEEP_VAULT, register, console);
            KeySource before = register.vaultSetup().state().source();
            KeySource next = source.of(console)
                    .orElseGet(() -> new KeySource.KeyFile(register.vaultSetup().nextKeyFile()));
            JsonObject details = new JsonObject();
            details.addProperty("source", kind(next));
            register.vaultSetup()
                    .rotate(
                            next,
                            () -> register.journal()
                                    .record(new Fact("VaultRotationBegun", 1, operator.name(), details)));
            register.journal().record(new Fact("VaultRotated", 1, operator.name(), details));
            console.say("vault." + kind(next), path(next));
            console.note("vault.before", path(before));
            return CommandFault.DONE;
        }
    }

    /** What opens it, and whether it does. */
    @CommandLine.Command
    static final class Status extends Command {

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        Status(Register register, Console console) {
            super(register, console);
        }

        @Override
        public Integer call() throws StorageFault {
            VaultState state = register.vaultSetup().state();
            if (json) {
                JsonObject object = new JsonObject();
                object.addProperty("schema", 1);
                object.addProperty("source", kind(state.source()));
                object.addProperty("path", path(state.source()).toString());
                object.addProperty("derivation", state.derivation());
                console.out().println(object);
            } else {
                console.say("vault." + kind(state.source()), path(state.source()));
                console.say("vault.opens", state.derivation());
            }
            return CommandFault.DONE;
        }
    }
}
