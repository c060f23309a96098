package org.sekisho.catalogue.items;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.model.TaxCode;
import org.sekisho.catalogue.Catalogue;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Finding;
import org.sekisho.catalogue.ImportProgress;
import org.sekisho.catalogue.ImportResult;
import org.sekisho.catalogue.codes.CodeReader;
import org.sekisho.catalogue.codes.CodeReading;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreSettings;

/** The catalogue over the items' table, and an index of it once the register is to be ready. */
@Component
public final class ItemCatalogue implements Catalogue {

    private final Database database;
    private final Journal journal;
    private final Home home;
    private final IndexKeeper keeper;
    /** One import at a time. */
    private final ReentrantLock importing = new ReentrantLock();

    @Activate
    public ItemCatalogue(@Reference Database database, @Reference Journal journal, @Reference Home home) {
        this.database = database;
        this.journal = journal;
        this.home = home;
        this.keeper = new IndexKeeper(database, () -> ItemMaker.of(settings()));
    }

    @Deactivate
    public void stop() {
        keeper.stop();
    }

    @Override
    public void makeReady() throws StorageFault {
        settings();
        database.read(Editions::read);
        keeper.want();
    }

    @Override
    public Finding find(String code, LocalDate businessDate) throws StorageFault {
        String plain = CodeReader.plain(code);
        Finding asItIs = lookUp(plain, businessDate);
        if (!asItIs.equals(new Finding.Missed(CodeFault.UNKNOWN))) {
            return asItIs;
        }
        CodeReading reading = codes().read(plain, businessDate);
        if (reading instanceof CodeReading.Faulty faulty) {
            return new Finding.Missed(faulty.fault());
        }
        CodeReading.Labelled labelled = (CodeReading.Labelled) reading;
        Finding item = lookUp(labelled.item().toString(), businessDate);
        return item instanceof Finding.Found found ? new Finding.Found(found.item(), labelled.label()) : item;
    }

    /** Whether the items are in memory. */
    boolean isIndexed() {
        return keeper.index().isPresent();
    }

    private Finding lookUp(String code, LocalDate day) throws StorageFault {
        Optional<ItemIndex> index = keeper.index();
        if (index.isPresent()) {
            return index.get().find(code, day);
        }
        StoredLookup stored = new StoredLookup(ItemMaker.of(settings()));
        return database.read(tx -> stored.find(tx, code, day));
    }

    @Override
    public ImportResult importCsv(byte[] csv, String operator, ImportProgress progress)
            throws IOException, StorageFault {
        importing.lock();
        try {
            InputStreamReader text =
                    new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8.newDecoder());
            ImportFile file = ImportFile.read(text, taxes(settings()), progress);
            return file.bad().isEmpty()
                    ? new Import(database, journal, file, progress).run(operator, sha256(csv), keeper::forget)
                    : new ImportResult.Refused(file.bad());
        } finally {
            importing.unlock();
        }
    }

    @Override
    public void exportCsv(Appendable out) throws IOException, StorageFault {
        CsvWriter writer = new CsvWriter(out);
        StoredGroups stored = new StoredGroups(database);
        for (List<StoredGroups.Group> page = stored.next(); !page.isEmpty(); page = stored.next()) {
            for (StoredGroups.Group group : page) {
                List<StoredItem> rows = group.items().stream()
                        .sorted(Comparator.comparing(row -> row.period().from()))
                        .toList();
                for (StoredItem row : rows) {
                    writer.write(row);
                }
            }
        }
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
