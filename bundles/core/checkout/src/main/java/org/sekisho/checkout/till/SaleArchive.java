package org.sekisho.checkout.till;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.SaleJson;
import org.sekisho.checkout.aftermath.SaleSource;
import org.sekisho.checkout.books.ReturnedGoods;
import org.sekisho.checkout.books.SaleIndex;
import org.sekisho.checkout.sale.SoldBefore;
import org.sekisho.checkout.tax.TaxScheme;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;

/** Closed sales as the journal holds them, found by the index. */
record SaleArchive(Database database, Journal journal, String lane) implements SaleSource {

    @Override
    public Optional<ClosedSale> find(ReceiptNumber number) throws StorageFault {
        return sale(at(number.lane(), database.read(tx -> SaleIndex.find(tx, number))));
    }

    /** A closed sale of any lane, with what has come back of it. */
    Optional<SoldBefore> soldBefore(ReceiptNumber number) throws StorageFault {
        return soldBefore(number, database.read(tx -> ReturnedGoods.of(tx, number)));
    }

    /** @param gone what had come back of it */
    Optional<SoldBefore> soldBefore(ReceiptNumber number, Map<Integer, Long> gone) throws StorageFault {
        Optional<Entry> entry = at(number.lane(), database.read(tx -> SaleIndex.find(tx, number)));
        Optional<TaxScheme> scheme = entry.map(found -> found.payload().get(SaleFacts.ROUNDING))
                .flatMap(word -> TaxScheme.ofWord(word.getAsString()));
        return sale(entry).map(receipt -> new SoldBefore(receipt, scheme, gone));
    }

    /** A sale of this lane by its id. */
    Optional<ClosedSale> find(UUID id) throws StorageFault {
        return sale(at(lane, database.read(tx -> SaleIndex.find(tx, id))));
    }

    private Optional<Entry> at(String saleLane, OptionalLong seq) throws StorageFault {
        if (seq.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(journal.find(saleLane, seq.getAsLong())
                .orElseThrow(() -> damaged(saleLane, seq.getAsLong(), "it is not there")));
    }

    private static Optional<ClosedSale> sale(Optional<Entry> entry) throws StorageFault {
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SaleJson.read(entry.get().payload()));
        } catch (IllegalArgumentException e) {
            throw damaged(entry.get().lane(), entry.get().seq(), e.getMessage());
        }
    }

    private static StorageFault damaged(String lane, long seq, String why) {
        return new StorageFault(
                StorageFault.Kind.DAMAGED,
                "The journal's entry " + seq + " of lane " + lane + " should be a closed sale: " + why
                        + "; run sekisho journal verify.");
    }
}
