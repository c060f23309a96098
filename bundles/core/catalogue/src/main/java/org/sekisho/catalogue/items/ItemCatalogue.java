package org.sekisho.catalogue.items;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.TaxCode;
import org.sekisho.catalogue.Catalogue;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Finding;
import org.sekisho.catalogue.ImportResult;
import org.sekisho.catalogue.Label;
import org.sekisho.catalogue.codes.CodeReader;
import org.sekisho.catalogue.codes.CodeReading;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreSettings;

/** The catalogue over the items' table. The index is read at the first look-up and replaced as a whole by an import. */
@Component
public final class ItemCatalogue implements Catalogue {

    private final Database database;
    private final Journal journal;
    private final Home home;
    /** Built without a lock: a look-up inside a transaction must never wait for another thread's. */
    private final AtomicReference<@Nullable ItemIndex> index = new AtomicReference<>();

    @Activate
    public ItemCatalogue(@Reference Database database, @Reference Journal journal, @Reference Home home) {
        this.database = database;
        this.journal = journal;
        this.home = home;
    }

    @Override
    public Finding find(String code, LocalDate businessDate) throws StorageFault {
        String plain = CodeReader.plain(code);
        Optional<Item> item = index().find(plain);
        if (item.isPresent()) {
            return new Finding.Found(item.get(), Label.NONE);
        }
        CodeReading reading = codes().read(plain, businessDate);
        if (reading instanceof CodeReading.Faulty faulty) {
            return new Finding.Missed(faulty.fault());
        }
        CodeReading.Labelled labelled = (CodeReading.Labelled) reading;
        return index().find(labelled.item().toString())
                .<Finding>map(found -> new Finding.Found(found, labelled.label()))
                .orElse(new Finding.Missed(CodeFault.UNKNOWN));
    }

    @Override
    public int size() throws StorageFault {
        return index().size();
    }

    @Override
    public ImportResult importCsv(Reader csv, String operator) throws IOException, StorageFault {
        StringWriter text = new StringWriter();
        csv.transferTo(text);
        ImportFile file = ImportFile.read(text.toString(), taxes(settings()));
        if (!file.bad().isEmpty()) {
            return new ImportResult.Refused(file.bad());
        }
        String sha256 = sha256(text.toString());
        return database.transact(tx -> keep(tx, file.items(), sha256, operator));
    }

    private ImportResult keep(Transaction tx, Map<String, StoredItem> rows, String sha256, String operator)
            throws SQLException, StorageFault {
        Map<String, StoredItem> all = stored(tx);
        List<StoredItem> added = new ArrayList<>();
        List<StoredItem> changed = new ArrayList<>();
        rows.forEach((key, row) -> {
            StoredItem before = all.put(key, row);
            if (before == null) {
                added.add(row);
            } else if (!before.equals(row)) {
                changed.add(row);
            }
        });
        ItemIndex next = index(all);
        ItemTable.insert(tx, added);
        ItemTable.update(tx, changed);
        JsonObject details = new JsonObject();
        details.addProperty("count", rows.size());
        details.addProperty("added", added.size());
        details.addProperty("changed", changed.size());
        details.addProperty("sha256", sha256);
        journal.append(tx, new Fact("ItemsImported", 1, operator, details));
        tx.afterCommit(() -> index.set(next));
        return new ImportResult.Imported(added.size(), changed.size());
    }

    private ItemIndex index() throws StorageFault {
        ItemIndex known = index.get();
        if (known != null) {
            return known;
        }
        ItemIndex read = index(database.read(ItemCatalogue::stored));
        // An import that came meanwhile knows more.
        ItemIndex newer = index.compareAndExchange(null, read);
        return newer == null ? read : newer;
    }

    private static Map<String, StoredItem> stored(Transaction tx) throws SQLException {
        Map<String, StoredItem> items = new HashMap<>();
        ItemTable.forEach(tx, item -> items.put(item.key(), item));
        return items;
    }

    private ItemIndex index(Map<String, StoredItem> stored) throws StorageFault {
        ItemMaker maker = new ItemMaker(settings());
        Map<String, Item> items = new HashMap<>();
        stored.forEach((key, row) -> items.put(key, maker.make(row)));
        return ItemIndex.of(items);
    }

    private CodeReader codes() throws StorageFault {
        StoreSettings settings = settings();
        return new CodeReader(settings.currency(), settings.inStoreCodes());
    }

    private StoreSettings settings() throws StorageFault {
        try {
            return home.settings();
        } catch (HomeFault e) {
            throw new StorageFault(StorageFault.Kind.NOT_INITIALISED, e.getMessage(), e);
        }
    }

    private static Set<String> taxes(StoreSettings settings) {
        return settings.tax().rates().keySet().stream().map(TaxCode::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Of the file's bytes: what was read strictly as UTF-8 gives the same bytes again. */
    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
