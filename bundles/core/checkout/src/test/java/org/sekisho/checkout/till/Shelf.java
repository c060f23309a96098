package org.sekisho.checkout.till;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.Unit;
import org.sekisho.catalogue.Catalogue;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Finding;
import org.sekisho.catalogue.Gtin;
import org.sekisho.catalogue.ImportProgress;
import org.sekisho.catalogue.ImportResult;
import org.sekisho.catalogue.Label;

/** A catalogue of a few things, each for one purpose. */
final class Shelf implements Catalogue {

    static final Currency YEN = Currency.getInstance("JPY");
    static final String ONIGIRI = "4901234567894";
    static final String PEN = "4909876543213";
    static final String APPLES = "apples";
    static final String STAMPS = "stamps";
    static final String BAG_WITHOUT_TAX = "bag";

    static final String WEIGHED_APPLES = "(01)94901234567897(3103)001250";
    static final String PRICED_APPLES = "2300012012502";
    static final String FRESH_PEN = "(01)04909876543213(17)260401(10)LOT 7";
    static final String STALE_PEN = "(01)04909876543213(17)260331";
    static final String NOT_YET = "4900000000009";
    static final String WEIGHED_PEN = "(01)04909876543213(3103)000010";

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Label> labels = new HashMap<>();

    Shelf() {
        put(ONIGIRI, "おにぎり 鮭", "Rice ball, salmon", 128, TaxCode.REDUCED, Unit.PIECE, true);
        put(PEN, "ボールペン", "Pen", 165, TaxCode.STANDARD, Unit.PIECE, true);
        put(APPLES, "りんご", "Apples", 598, TaxCode.REDUCED, Unit.KG, true);
        put(STAMPS, "切手", "", 84, TaxCode.EXEMPT, Unit.PIECE, true);
        put(BAG_WITHOUT_TAX, "紙袋", "", 105, TaxCode.STANDARD, Unit.PIECE, false);
        put("odd", "謎", "", 1, new TaxCode("luxury"), Unit.PIECE, true);
        put("free", "試供品", "", 0, TaxCode.STANDARD, Unit.PIECE, true);
        label(WEIGHED_APPLES, APPLES, Label.ofWeight(Quantity.parse("1.25")));
        label(PRICED_APPLES, APPLES, Label.ofPrice(Money.of(1250, YEN)));
        label(FRESH_PEN, PEN, dated("2026-04-01", "LOT 7"));
        label(STALE_PEN, PEN, dated("2026-03-31", "LOT 6"));
        label(WEIGHED_PEN, PEN, Label.ofWeight(Quantity.parse("0.01")));
    }

    private void put(String code, String name, String nameEn, long price, TaxCode tax, Unit unit, boolean included) {
        String department = code.equals(ONIGIRI) ? "米飯" : "";
        items.put(code, new Item(code, name, nameEn, Money.of(price, YEN), tax, unit, department, included));
    }

    private void label(String code, String item, Label label) {
        items.put(code, items.get(item));
        labels.put(code, label);
    }

    private static Label dated(String lastDay, String batch) {
        return new Label(Optional.empty(), Optional.empty(), Optional.of(LocalDate.parse(lastDay)), Optional.of(batch));
    }

    @Override
    public Finding find(String code, LocalDate businessDate) {
        Item item = items.get(code);
        if (code.equals(NOT_YET)) {
            return new Finding.Missed(CodeFault.NO_PRICE);
        }
        if (item != null) {
            return new Finding.Found(item, labels.getOrDefault(code, Label.NONE));
        }
        boolean mistyped = Gtin.hasShape(code) && Gtin.readings(code).isEmpty();
        return new Finding.Missed(mistyped ? CodeFault.CHECK_DIGIT_WRONG : CodeFault.UNKNOWN);
    }

    @Override
    public void makeReady() {
        // It is.
    }

    @Override
    public ImportResult importCsv(byte[] csv, String operator, ImportProgress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void exportCsv(Appendable out) {
        throw new UnsupportedOperationException();
    }
}
