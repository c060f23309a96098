package org.sekisho.catalogue.codes;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Gtin;
import org.sekisho.store.InStoreCode;

/** Reads codes that hold more than an item's number: element strings and the shop's own codes. Safe for many threads. */
public final class CodeReader {

    /** What a scanner may send before the digits of EAN/UPC and ITF-14 (GS1 General Specifications 5.1.3). */
    private static final Pattern SYMBOLOGY = Pattern.compile("\\](?:E[0-4]|I1)(?=[0-9])");

    private final Currency currency;
    private final List<InStore> inStore;

    public CodeReader(Currency currency, List<InStoreCode> inStore) {
        this.currency = currency;
        this.inStore = inStore.stream().map(code -> new InStore(code, currency)).toList();
    }

    /** The code without a symbology identifier of EAN/UPC or ITF-14 before it. */
    public static String plain(String code) {
        return code.startsWith("]") ? SYMBOLOGY.matcher(code).replaceFirst("") : code;
    }

    /** @param day by which a year of two digits is understood */
    public CodeReading read(String code, LocalDate day) {
        if (ElementStrings.hasShape(code)) {
            return ElementStrings.parse(code)
                    .map(elements -> new ElementReader(elements, currency, day).read())
                    .orElse(new CodeReading.Faulty(CodeFault.ELEMENTS_UNREADABLE));
        }
        List<Gtin> readings = Gtin.readings(code);
        if (readings.isEmpty()) {
            return new CodeReading.Faulty(Gtin.hasShape(code) ? CodeFault.CHECK_DIGIT_WRONG : CodeFault.UNKNOWN);
        }
        Optional<CodeReading> own = inStore.stream()
                .flatMap(layout -> layout.read(readings.get(0)).stream())
                .findFirst();
        return own.orElse(new CodeReading.Faulty(CodeFault.UNKNOWN));
    }
}
