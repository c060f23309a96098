package org.sekisho.catalogue.items;

import java.util.Currency;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.Unit;
import org.sekisho.store.StoreSettings;

/** Makes items of rows by the store's settings. */
record ItemMaker(Currency currency, boolean storeIncludesTax) {

    static ItemMaker of(StoreSettings settings) {
        return new ItemMaker(settings.currency(), settings.tax().pricesIncludeTax());
    }

    Item make(StoredItem row) {
        return kind(new Kinds.Kind(row.tax(), row.unit(), row.department(), row.taxIncluded()))
                .make(row.code(), row.name(), row.nameEn(), row.price());
    }

    /** @throws IllegalArgumentException when the unit is none */
    ItemKind kind(Kinds.Kind kind) {
        boolean included = kind.taxIncluded().isEmpty()
                ? storeIncludesTax
                : kind.taxIncluded().equals("yes");
        return new ItemKind(currency, new TaxCode(kind.tax()), Unit.ofWord(kind.unit()), kind.department(), included);
    }

    /** What items of one kind have in common. */
    record ItemKind(Currency currency, TaxCode tax, Unit unit, String department, boolean taxIncluded) {

        Item make(String code, String name, String nameEn, long price) {
            return new Item(code, name, nameEn, Money.of(price, currency), tax, unit, department, taxIncluded);
        }
    }
}
