package org.sekisho.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sekisho.catalogue.ImportProgress;
import org.sekisho.catalogue.ImportResult;
import org.sekisho.identity.Role;
import org.sekisho.journal.Fact;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreSettings;

/** The grocery that comes with the register, in the installation's {@code demo} folder: settings, items, a cashier. */
final class DemoStore {

    private static final String CASHIER = "cashier";

    private final Console console;

    DemoStore(Console console) {
        this.console = console;
    }

    StoreSettings settings(Home home) throws HomeFault, CommandFault {
        return home.parse(text("store.json"));
    }

    void fill(Register register) throws Exception {
        ImportResult result = register.catalogue().importCsv(bytes("items.csv"), Fact.SYSTEM, ImportProgress.UNHEARD);
        if (result instanceof ImportResult.Imported imported) {
            console.say("items.imported", imported.added(), imported.changed());
        } else {
            throw console.fault(CommandFault.FAULT, "demo.broken");
        }
        PasswordAnswer.show(
                register,
                console,
                CASHIER,
                register.operators().addWithOneTimePassword(CASHIER, Role.CASHIER, Fact.SYSTEM));
    }

    private String text(String name) throws CommandFault {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) throws CommandFault {
        Path file = Path.of(System.getProperty("sekisho.installation", "."), "demo", name);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw console.fault(CommandFault.FAULT, "file.unreadable", file);
        }
    }
}
