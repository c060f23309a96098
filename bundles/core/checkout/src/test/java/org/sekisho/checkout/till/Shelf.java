package org.sekisho.checkout.till;

import java.io.Reader;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.Unit;
import org.sekisho.catalogue.Catalogue;
import org.sekisho.catalogue.ImportResult;

/** A catalogue of a few things, each for one purpose. */
final class Shelf implements Catalogue {

    static final Currency YEN = Currency.getInstance("JPY");
    static final String ONIGIRI = "4901234567894";
    static final String PEN = "4909876543213";
    static final String APPLES = "apples";
    static final String STAMPS = "stamps";
    static final String BAG_WITHOUT_TAX = "bag";

    private final Map<String, Item> items = new LinkedHashMap<>();

    Shelf() {
        put(ONIGIRI, "おにぎり 鮭", "Rice ball, salmon", 128, TaxCode.REDUCED, Unit.PIECE, true);
        put(PEN, "ボールペン", "Pen", 165, TaxCode.STANDARD, Unit.PIECE, true);
        put(APPLES, "りんご", "Apples", 598, TaxCode.REDUCED, Unit.KG, true);
        put(STAMPS, "切手", "", 84, TaxCode.EXEMPT, Unit.PIECE, true);
        put(BAG_WITHOUT_TAX, "紙袋", "", 105, TaxCode.STANDARD, Unit.PIECE, false);
        put("odd", "謎", "", 1, new TaxCode("luxury"), Unit.PIECE, true);
        put("free", "試供品", "", 0, TaxCode.STANDARD, Unit.PIECE, true);
    }

    private void put(String code, String name, String nameEn, long price, TaxCode tax, Unit unit, boolean included) {
        items.put(code, new Item(code, name, nameEn, Money.of(price, YEN), tax, unit, "", included));
    }

    @Override
    public Optional<Item> find(String code) {
        return Optional.ofNullable(items.get(code));
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public ImportResult importCsv(Reader csv, String operator) {
        throw new UnsupportedOperationException();
    }
}
