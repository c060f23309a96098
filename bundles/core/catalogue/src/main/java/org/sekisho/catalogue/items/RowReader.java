package org.sekisho.catalogue.items;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.catalogue.Gtin;
import org.sekisho.catalogue.ImportResult.BadRow;
import org.sekisho.catalogue.RowFault;

/** One row of an import; names everything that is wrong with it. */
final class RowReader {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,31}");
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,12}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int NAME = 200;
    private static final int DEPARTMENT = 100;

    private final Columns columns;
    private final CsvRows.Row row;
    private final Set<String> taxes;
    private final List<BadRow> bad;

    RowReader(Columns columns, CsvRows.Row row, Set<String> taxes, List<BadRow> bad) {
        this.columns = columns;
        this.row = row;
        this.taxes = taxes;
        this.bad = bad;
    }

    /** The item; worth nothing when something was added to {@code bad}. */
    StoredItem read() {
        if (row.fields().size() != columns.count()) {
            refuse(RowFault.FIELDS_MISCOUNTED, String.valueOf(row.fields().size()), String.valueOf(columns.count()));
            return new StoredItem(field("code"), "", "", 0, "", "", "", "", Period.ALWAYS);
        }
        String name = text("name", NAME);
        if (name.isEmpty()) {
            refuse(RowFault.NAME_MISSING);
        }
        return new StoredItem(
                code(),
                name,
                text("name_en", NAME),
                price(),
                among(taxes, "tax", RowFault.TAX_UNKNOWN),
                among(Set.of("piece", "kg"), "unit", RowFault.UNIT_UNKNOWN),
                text("department", DEPARTMENT),
                among(Set.of("yes", "no", ""), "tax_included", RowFault.TAX_INCLUDED_INVALID),
                period());
    }

    private Period period() {
        boolean begins = isDate("valid_from");
        boolean ends = isDate("valid_until");
        Period period = begins && ends ? Period.of(field("valid_from"), field("valid_until")) : Period.ALWAYS;
        if (period.isBackwards()) {
            refuse(RowFault.PERIOD_BACKWARDS, field("valid_from"), field("valid_until"));
        }
        return period;
    }

    private boolean isDate(String column) {
        String date = field(column);
        boolean right = date.isEmpty() || (DATE.matcher(date).matches() && exists(date));
        if (!right) {
            refuse(RowFault.DATE_INVALID, column, date);
        }
        return right;
    }

    private static boolean exists(String date) {
        try {
            LocalDate.parse(date);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private String code() {
        String code = field("code");
        if (!CODE.matcher(code).matches()) {
            refuse(RowFault.CODE_INVALID, code);
        } else if (Gtin.hasShape(code) && Gtin.readings(code).isEmpty()) {
            refuse(RowFault.CHECK_DIGIT_WRONG, code);
        }
        return code;
    }

    private long price() {
        String price = field("price");
        // Twelve digits: nine thousand times the highest price is still a whole number that the journal holds exactly.
        if (!PRICE.matcher(price).matches()) {
            refuse(RowFault.PRICE_INVALID, price);
            return 0;
        }
        return Long.parseLong(price);
    }

    private String among(Set<String> words, String column, RowFault fault) {
        String word = field(column);
        if (!words.contains(word)) {
            refuse(fault, word, String.join(", ", words.stream().sorted().toList()));
        }
        return word;
    }

    /** Control characters are refused: they would reach the printer as commands. */
    private String text(String column, int most) {
        String text = field(column);
        if (text.length() > most) {
            refuse(RowFault.TEXT_TOO_LONG, column, String.valueOf(most));
        }
        boolean printable = text.codePoints().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!printable) {
            refuse(RowFault.TEXT_UNPRINTABLE, column);
        }
        return text;
    }

    private String field(String column) {
        return columns.of(row, column);
    }

    private void refuse(RowFault fault, String... facts) {
        bad.add(new BadRow(row.line(), fault, List.of(facts)));
    }
}
