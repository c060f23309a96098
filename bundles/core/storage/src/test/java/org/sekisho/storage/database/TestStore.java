package org.sekisho.storage.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.key.HomeVault;
import org.sekisho.vault.bouncycastle.EnvelopeVault;

/** A home with its vault, and databases opened on it as the framework would. */
public final class TestStore {

    /** One table, as a part of the register would register it. */
    public static final Schema SALES = schema(
            "sales",
            List.of(
                    "${table} sale (id BIGINT NOT NULL, body ${text} NOT NULL, seal ${bytes}, PRIMARY KEY (id))",
                    "CREATE INDEX sale_body ON sale (seal)"));

    private final FolderHome home;
    private final HomeVault vault;

    private TestStore(Path folder, String database) {
        home = new FolderHome(folder.resolve("home"), database);
        vault = new HomeVault(
                home, new EnvelopeVault(), Map.of("HOME", folder.resolve("user").toString()));
    }

    public static TestStore in(Path folder, String database) throws IOException, StorageFault {
        TestStore store = new TestStore(folder, database);
        if (!Files.exists(store.home.folder().resolve("vault.json"))) {
            Files.createDirectories(store.home.folder());
            store.vault.create(new KeySource.KeyFile(store.vault.defaultKeyFile()));
        }
        return store;
    }

    public Path folder() {
        return home.folder();
    }

    public Path data() {
        return home.folder().resolve("data");
    }

    public HomeVault vault() {
        return vault;
    }

    public RegisterDatabase open(Schema... schemas) {
        RegisterDatabase database = new RegisterDatabase(new EngineOpener(home, vault));
        List.of(schemas).forEach(database::addSchema);
        return database;
    }

    @SafeVarargs
    public static Schema schema(String name, List<String>... steps) {
        return new Schema() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<List<String>> steps() {
                return List.of(steps);
            }
        };
    }
}
