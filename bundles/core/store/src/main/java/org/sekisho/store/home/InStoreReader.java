package org.sekisho.store.home;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.sekisho.store.HomeFault;
import org.sekisho.store.InStoreCode;
import org.sekisho.store.InStoreCode.Value;

/** The {@code codes.inStore} of store.json: a list, empty where no code of the shop holds a value. */
final class InStoreReader {

    private static final int DECIMALS_OF_A_KILOGRAM = 3;

    private final Currency currency;
    private final List<InStoreCode> read = new ArrayList<>();

    private InStoreReader(Currency currency) {
        this.currency = currency;
    }

    static List<InStoreCode> read(Fields codes, Currency currency, List<InStoreCode> byDefault) throws HomeFault {
        Optional<JsonElement> list = codes.take("inStore");
        codes.noMore();
        return list.isEmpty() ? byDefault : new InStoreReader(currency).list(codes.path("inStore"), list.get());
    }

    private List<InStoreCode> list(String path, JsonElement value) throws HomeFault {
        if (!(value instanceof JsonArray array)) {
            throw Fields.wrong(path, "must be a list […]");
        }
        for (JsonElement element : array) {
            read.add(code(Fields.of(path + "[" + read.size() + "]", element)));
        }
        return List.copyOf(read);
    }

    private InStoreCode code(Fields fields) throws HomeFault {
        String prefix = prefix(fields);
        Value of = fields.word("of", Words.IN_STORE_VALUE);
        boolean checked = fields.flag("valueCheckDigit", false);
        int item = fields.number("item", 1, 9);
        int value = fields.number("value", checked ? 4 : 3, checked ? 5 : 6);
        int digits = prefix.length() + item + (checked ? 1 : 0) + value + 1;
        if (digits != InStoreCode.LENGTH) {
            throw Fields.wrong(
                    fields.path("item"),
                    "and the other parts make a code of " + digits + " digits, which must be " + InStoreCode.LENGTH
                            + ": prefix, item, the value's check digit if any, value, check digit");
        }
        int most = of == Value.WEIGHT ? DECIMALS_OF_A_KILOGRAM : currency.getDefaultFractionDigits();
        int decimals = fields.take("decimals").isPresent() ? fields.number("decimals", 0, most) : most;
        fields.noMore();
        return new InStoreCode(prefix, item, value, of, checked, decimals);
    }

    private String prefix(Fields fields) throws HomeFault {
        String prefix = fields.text("prefix");
        if (!prefix.matches("02|2[0-9]{1,3}")) {
            throw Fields.wrong(
                    fields.path("prefix"),
                    "is \"" + prefix + "\" and must be 02, or two to four digits that begin with 20 to 29");
        }
        for (InStoreCode other : read) {
            if (other.prefix().startsWith(prefix) || prefix.startsWith(other.prefix())) {
                throw Fields.wrong(
                        fields.path("prefix"),
                        "is \"" + prefix + "\", which cannot be told from \"" + other.prefix() + "\"");
            }
        }
        return prefix;
    }
}
