package org.sekisho.cli;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Role;
import org.sekisho.journal.Fact;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.RecoveryKey;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.store.Issuer;
import org.sekisho.store.StoreSettings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho init}: makes a home, its vault and the first manager; one that was interrupted is taken up where it stopped. */
@CommandLine.Command
final class InitCommand extends Command {

    private static final String MANAGER = "manager";

    @Option(names = "--demo", descriptionKey = "init.demo")
    private boolean demo;

    @Option(names = "--manager-password-file", paramLabel = "FILE", descriptionKey = "init.manager-password-file")
    private @Nullable String managerPasswordFile;

    @Mixin
    private final VaultSource vaultSource = new VaultSource();

    InitCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws Exception {
        Optional<char[]> password = managerPasswordFile == null
                ? Optional.empty()
                : console.secret(Optional.of(managerPasswordFile), "ask.password", MANAGER);
        try {
            DemoStore store = new DemoStore(console);
            makeHome(store);
            register.open();
            if (!register.operators().list().isEmpty()) {
                throw console.fault(
                        CommandFault.REFUSED, "init.exists", register.home().folder());
            }
            addManager(password);
            if (demo) {
                store.fill(register);
            }
            return CommandFault.DONE;
        } finally {
            password.ifPresent(p -> Arrays.fill(p, '\0'));
        }
    }

    private void makeHome(DemoStore store) throws HomeFault, StorageFault, CommandFault {
        if (!register.home().isInitialised()) {
            register.home()
                    .create(
                            demo
                                    ? store.settings(register.home())
                                    : StoreSettings.ofJapaneseShop(new Issuer(console.text("init.shop"), "")));
            console.say("init.home", register.home().folder());
        }
        if (!register.vaultSetup().isDone()) {
            KeySource source = vaultSource
                    .of(console)
                    .orElseGet(() -> new KeySource.KeyFile(register.vaultSetup().defaultKeyFile()));
            try (RecoveryKey recovery = register.vaultSetup().create(source)) {
                if (source instanceof KeySource.KeyFile file) {
                    console.say("init.key", file.path());
                }
                VaultCommand.show(console, recovery);
            }
        }
    }

    private void addManager(Optional<char[]> password) throws StorageFault, CommandFault {
        PasswordResult answer = password.isPresent()
                ? register.operators().add(MANAGER, Role.MANAGER, password.get(), Fact.SYSTEM)
                : register.operators().addWithOneTimePassword(MANAGER, Role.MANAGER, Fact.SYSTEM);
        PasswordAnswer.show(register, console, MANAGER, answer);
    }
}
