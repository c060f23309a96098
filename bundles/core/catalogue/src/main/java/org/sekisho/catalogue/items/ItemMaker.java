package org.sekisho.catalogue.items;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.Unit;
import org.sekisho.store.StoreSettings;

/** Makes items of rows by the store's settings. What many items share, such as their department, is one object for all. */
final class ItemMaker {

    private final Currency currency;
    private final boolean storeIncludesTax;
    private final Map<String, TaxCode> taxes = new HashMap<>();
    private final Map<String, String> departments = new HashMap<>();

    ItemMaker(StoreSettings settings) {
        this.currency = settings.currency();
        this.storeIncludesTax = settings.tax().pricesIncludeTax();
    }

    /** @throws IllegalArgumentException when the row's unit is none */
    Item make(StoredItem row) {
        boolean included = row.taxIncluded().isEmpty()
                ? storeIncludesTax
                : row.taxIncluded().equals("yes");
        return new Item(
                row.code(),
                row.name(),
                row.nameEn(),
                Money.of(row.price(), currency),
                taxes.computeIfAbsent(row.tax(), TaxCode::new),
                Unit.ofWord(row.unit()),
                departments.computeIfAbsent(row.department(), d -> d),
                included);
    }
}
