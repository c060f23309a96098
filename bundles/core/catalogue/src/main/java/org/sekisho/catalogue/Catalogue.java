package org.sekisho.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import org.sekisho.storage.StorageFault;

/** What the shop sells. Safe for many threads; a look-up does not touch the database. */
public interface Catalogue {

    /**
     * The item with that code: as imported, or another form of the same GTIN. A code that is not in the catalogue may hold an item's
     * number and more: element strings (GS1-128, DataBar), or the shop's own codes with a price or weight.
     *
     * @param businessDate of the sale
     * @throws StorageFault when the items could not be read yet
     */
    Finding find(String code, LocalDate businessDate) throws StorageFault;

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
