package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.RecoveryKey;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.VaultSetup;
import org.sekisho.storage.VaultState;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho vault …}: what opens the home's data. */
final class VaultCommand {

    private static final String KEY_FILE = "key-file";

    private VaultCommand() {}

    private static String kind(KeySource source) {
        if (source instanceof KeySource.Token) {
            return "pkcs11";
        }
        return source instanceof KeySource.KeyFile ? KEY_FILE : "passphrase-file";
    }

    static void say(Console console, KeySource opens) {
        console.say("vault." + kind(opens), opens.path());
    }

    /** Once, in a line of its own; it never becomes a String. */
    static void show(Console console, RecoveryKey recovery) {
        console.out().print(console.text("vault.recovery-key"));
        console.out().print(' ');
        console.out().println(recovery.text());
        console.note("vault.keep-recovery-key");
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
            try (RecoveryKey recovery = register.vaultSetup().create(made)) {
                say(console, made);
                show(console, recovery);
            }
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

        @Option(names = "--new-recovery-key", descriptionKey = "vault.new-recovery-key")
        private boolean newRecoveryKey;

        @Option(names = "--new-data-key", descriptionKey = "vault.new-data-key")
        private boolean newDataKey;

        Rotate(Register register, Console console) {
            super(register, console);
        }

        @Override
        public Integer call() throws CommandFault, StorageFault {
            register.open();
            Operator operator = person.mayOnly(Permission.KEEP_VAULT, register, console);
            KeySource earlier = register.vaultSetup().state().source();
            KeySource next = source.of(console)
                    .orElseGet(() -> new KeySource.KeyFile(register.vaultSetup().nextKeyFile()));
            JsonObject details = new JsonObject();
            details.addProperty("source", kind(next));
            VaultSetup.Step before =
                    () -> register.journal().record(new Fact("VaultRotationBegun", 1, operator.name(), details));
            if (newDataKey) {
                details.addProperty("newDataKey", true);
            }
            if (newRecoveryKey || newDataKey) {
                details.addProperty("newRecoveryKey", true);
                try (RecoveryKey recovery = newDataKey
                        ? register.vaultSetup().renew(next, before)
                        : register.vaultSetup().rotateBoth(next, before)) {
                    show(console, recovery);
                }
            } else {
                register.vaultSetup().rotate(next, before);
            }
            register.journal().record(new Fact("VaultRotated", 1, operator.name(), details));
            say(console, next);
            console.note("vault.before", earlier.path());
            if (newDataKey) {
                sealAnew(operator);
            }
            return CommandFault.DONE;
        }

        /** Where this ends early, a register does it at the first quiet moment of its next run. */
        private void sealAnew(Operator operator) throws StorageFault {
            console.note("vault.renewing");
            console.out().flush();
            long begun = System.nanoTime();
            register.renewal().run();
            register.journal().record(new Fact("VaultRenewed", 1, operator.name(), new JsonObject()));
            console.say("vault.renewed", String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begun) / 1e9));
        }
    }

    /** Another secret, where the one of now is lost. Whoever has the recovery key may: without a secret there is nobody to sign on. */
    @CommandLine.Command
    static final class Recover extends Command {

        @Option(
                names = "--recovery-key-file",
                required = true,
                paramLabel = "FILE",
                descriptionKey = "vault.recovery-key-file")
        private String recoveryKeyFile = "";

        @Mixin
        private final VaultSource source = new VaultSource();

        Recover(Register register, Console console) {
            super(register, console);
        }

        @Override
        public Integer call() throws CommandFault, StorageFault {
            KeySource next = source.of(console)
                    .orElseGet(() -> new KeySource.KeyFile(register.vaultSetup().nextKeyFile()));
            register.vaultSetup().recover(console.path(recoveryKeyFile), next);
            say(console, next);
            register.open();
            JsonObject details = new JsonObject();
            details.addProperty("source", kind(next));
            details.addProperty("by", "recovery-key");
            register.journal().record(new Fact("VaultRotated", 1, Fact.SYSTEM, details));
            console.note("vault.recovered");
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
                object.addProperty("path", state.source().path().toString());
                object.addProperty("derivation", state.derivation());
                object.addProperty("recoveryKey", state.recoverable());
                object.addProperty("renewing", state.renewing());
                console.out().println(object);
            } else {
                say(console, state.source());
                console.say("vault.opens", state.derivation());
                console.say(state.recoverable() ? "vault.recoverable" : "vault.not-recoverable");
                if (state.renewing()) {
                    console.say("vault.is-renewing");
                }
            }
            return CommandFault.DONE;
        }
    }
}
