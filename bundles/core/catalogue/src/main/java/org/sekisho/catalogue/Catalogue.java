package org.sekisho.catalogue;

import java.io.IOException;
import java.time.LocalDate;
import org.sekisho.storage.StorageFault;

/** What the shop sells. Safe for many threads. */
public interface Catalogue {

    /**
     * Makes sure that items can be found, and begins to read them into memory in the background: from then on a look-up does not touch
     * the database. Until then each one reads its item there.
     *
     * @throws StorageFault when no item could be found now
     */
    void makeReady() throws StorageFault;

    /**
     * The item with that code: as imported, or another form of the same GTIN; with the price of that day. A code that is not in the
     * catalogue may hold an item's number and more: element strings (GS1-128, DataBar), or the shop's own codes with a price or weight.
     *
     * @param businessDate of the sale
     * @throws StorageFault when the items cannot be read
     */
    Finding find(String code, LocalDate businessDate) throws StorageFault;

    /**
     * Reads items from CSV (UTF-8, header {@code code,name,name_en,price,tax,unit,department[,tax_included][,valid_from][,valid_until]}):
     * all or nothing. The rows of an item replace those that the catalogue had of it.
     *
     * @param csv the whole file
     * @param operator who imports, for the journal
     * @throws java.nio.charset.CharacterCodingException when it is not UTF-8
     * @throws IOException when it cannot be read
     * @throws StorageFault when it cannot be kept
     */
    ImportResult importCsv(byte[] csv, String operator, ImportProgress progress) throws IOException, StorageFault;

    /**
     * Writes every item as CSV that imports to the same.
     *
     * @throws IOException when {@code out} does not take it
     * @throws StorageFault when the items cannot be read
     */
    void exportCsv(Appendable out) throws IOException, StorageFault;
}
