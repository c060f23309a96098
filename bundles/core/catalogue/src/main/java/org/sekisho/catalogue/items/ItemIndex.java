package org.sekisho.catalogue.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.api.model.Item;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Finding;
import org.sekisho.catalogue.Gtin;
import org.sekisho.catalogue.Label;

/** All items in memory, by code. Immutable once made, so safe for many threads. */
final class ItemIndex {

    private static final Finding UNKNOWN = new Finding.Missed(CodeFault.UNKNOWN);
    private static final Finding NO_PRICE = new Finding.Missed(CodeFault.NO_PRICE);

    private final PackedItems items;
    private final List<ItemMaker.ItemKind> kinds = new ArrayList<>();

    /** @param items is not changed any more */
    ItemIndex(PackedItems items, ItemMaker maker) {
        this.items = items;
        for (int i = 0; i < items.kinds().size(); i++) {
            kinds.add(maker.kind(items.kinds().get(i)));
        }
    }

    /** The item with that very code, or another form of the same GTIN. */
    Finding find(String code, LocalDate day) {
        long number = Gtin.numberOf(code);
        if (number > 0) {
            return found(items.address(number, day), code);
        }
        List<Gtin> readings = Gtin.readings(code);
        if (readings.isEmpty()) {
            return found(items.address(code, day), code);
        }
        Finding missed = UNKNOWN;
        for (Gtin gtin : readings) {
            Finding finding = found(items.address(gtin.value(), day), code);
            if (finding instanceof Finding.Found) {
                return finding;
            }
            missed = missed.equals(UNKNOWN) ? finding : missed;
        }
        return missed;
    }

    int size() {
        return items.size();
    }

    private Finding found(int address, String scanned) {
        if (address <= 0) {
            return address < 0 ? UNKNOWN : NO_PRICE;
        }
        Item item = items.read(
                address,
                scanned,
                (code, name, nameEn, price, kind, period) -> kinds.get(kind).make(code, name, nameEn, price));
        return new Finding.Found(item, Label.NONE);
    }
}
