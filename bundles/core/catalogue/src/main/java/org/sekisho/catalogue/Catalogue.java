package org.sekisho.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.sekisho.api.model.Item;
import org.sekisho.storage.StorageFault;

/** What the shop sells. Safe for many threads; a look-up does not touch the database. */
public interface Catalogue {

    /**
     * The item with that code: as imported, or another form of the same GTIN.
     *
     * @throws StorageFault when the items could not be read yet
     */
    Optional<Item> find(String code) throws StorageFault;

    /** @throws StorageFault when the items could not be read yet */
    int size() throws StorageFault;

    /**
     * Reads items from CSV (UTF-8, header {@code code,name,name_en,price,tax,unit,department[,tax_included]}): all or nothing.
     *
     * @param operator who imports, for the journal
     * @throws IOException when it cannot be read
     * @throws StorageFault when it cannot be kept
     */
    ImportResult importCsv(Reader csv, String operator) throws IOException, StorageFault;
}
