package org.sekisho.journal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for; all that is given must fit, and nothing given fits everything.
 *
 * @param from the first business date
 * @param until the last business date
 * @param amountMin in minor units; an entry without an amount does not fit
 * @param amountMax in minor units
 * @param type to the letter
 * @param operator to the letter
 * @param text that stands somewhere in the payload's texts, in capitals or not: a voucher, a receipt number, a name
 */
public record JournalQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Long amountMin,
        @Nullable Long amountMax,
        @Nullable String type,
        @Nullable String operator,
        @Nullable String text) {

    /** Whether an entry fits; the dates are not looked at, since the database's index has done that. */
    public boolean fits(Entry entry) {
        return (type == null || type.equals(entry.type()))
                && (operator == null || operator.equals(EntryFormat.string(entry.payload(), "operator")))
                && fitsAmount(amount(entry))
                && (text == null || stands(text.toLowerCase(Locale.ROOT), entry.payload()));
    }

    /** What the entry is about in minor units: its total, or else its amount. */
    public static OptionalLong amount(Entry entry) {
        for (String name : new String[] {"total", "amount"}) {
            if (entry.payload().get(name) instanceof JsonPrimitive value && value.isNumber()) {
                return OptionalLong.of(value.getAsLong());
            }
        }
        return OptionalLong.empty();
    }

    private boolean fitsAmount(OptionalLong amount) {
        if (amountMin == null && amountMax == null) {
            return true;
        }
        return amount.isPresent()
                && (amountMin == null || amount.getAsLong() >= amountMin)
                && (amountMax == null || amount.getAsLong() <= amountMax);
    }

    private static boolean stands(String wanted, JsonElement value) {
        if (value instanceof JsonObject object) {
            return object.entrySet().stream().anyMatch(field -> stands(wanted, field.getValue()));
        }
        if (value instanceof JsonArray array) {
            return array.asList().stream().anyMatch(element -> stands(wanted, element));
        }
        return value instanceof JsonPrimitive primitive
                && primitive.isString()
                && primitive.getAsString().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
