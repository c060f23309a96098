package org.sekisho.cli;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.Unit;

/** Reads the lines of {@code sekisho ring}. */
final class RingParser {

    /** {@code [QUANTITY[kg]][@PRICE]*CODE} or a bare {@code CODE}. */
    private static final Pattern SCAN = Pattern.compile("(?:([0-9]+(?:\\.[0-9]+)?)(kg)?)?(?:@([0-9]+))?\\*(\\S+)");

    /** Digits, or element strings: printed with brackets, or sent with a symbology identifier. */
    private static final Pattern CODE = Pattern.compile("[0-9(\\]]\\S*");

    /** {@code lane-number}. */
    private static final Pattern RECEIPT = Pattern.compile("\\S+-[0-9]{1,18}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,4})?)%");

    private RingParser() {}

    /** What the line says; empty for a blank one or a comment. */
    static Optional<RingLine> parse(String line) throws BadLine {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] words = text.split("\\s+");
        return Optional.of(
                switch (words[0]) {
                    case "VOID" -> new RingLine.VoidLine(lineNumber(only(words, 2)[1]));
                    case "DISCOUNT" -> discount(words);
                    case "CASH" -> new RingLine.Cash(number(only(words, 2)[1]));
                    case "CARD" -> new RingLine.Card(number(only(words, 2)[1]));
                    case "VOUCHER" -> new RingLine.Voucher(only(words, 2)[1]);
                    case "NOSALE" ->
                        new RingLine.NoSale(text.substring("NOSALE".length()).strip());
                    case "SUSPEND" ->
                        new RingLine.Suspend(text.substring("SUSPEND".length()).strip());
                    case "CUSTOMER" ->
                        new RingLine.OfCustomer(words.length == 1 ? Optional.empty() : Optional.of(only(words, 2)[1]));
                    case "RECALL" -> new RingLine.Recall(only(words, 2)[1]);
                    case "END" -> end(words);
                    case "RETURN" -> words.length == 3 ? unreceipted(words) : giveBack(only(words, 4));
                    case "POSTVOID" -> postVoid(text, words);
                    case "REFUND" -> refund(only(words, 3));
                    default -> scan(text);
                });
    }

    private static RingLine end(String[] words) throws BadLine {
        only(words, 1);
        return new RingLine.End();
    }

    private static RingLine giveBack(String[] words) throws BadLine {
        try {
            return new RingLine.GiveBack(ReceiptNumber.parse(words[1]), lineNumber(words[2]), quantity(words[3]));
        } catch (IllegalArgumentException e) {
            throw new BadLine("ring.line.unknown", String.join(" ", words));
        }
    }

    /** A code, with a price before it at most, and how many. */
    private static RingLine unreceipted(String[] words) throws BadLine {
        if (scan(words[1]) instanceof RingLine.Scan what
                && what.unit().isEmpty()
                && !RECEIPT.matcher(what.code()).matches()) {
            return new RingLine.GiveBackUnreceipted(what.code(), quantity(words[2]), what.price());
        }
        throw new BadLine("ring.line.unknown", String.join(" ", words));
    }

    private static RingLine postVoid(String text, String[] words) throws BadLine {
        try {
            String after = text.substring(words[0].length()).strip();
            return new RingLine.PostVoid(
                    ReceiptNumber.parse(words[1]),
                    after.substring(words[1].length()).strip());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadLine("ring.line.unknown", text);
        }
    }

    private static RingLine refund(String[] words) throws BadLine {
        return switch (words[1]) {
            case "CASH" -> new RingLine.RefundCash(number(words[2]));
            case "CARD" -> new RingLine.RefundCard(number(words[2]));
            default -> throw new BadLine("ring.line.unknown", String.join(" ", words));
        };
    }

    private static RingLine discount(String[] words) throws BadLine {
        boolean onLine = words.length == 3;
        String amount = only(words, onLine ? 3 : 2)[words.length - 1];
        Optional<Integer> line = onLine ? Optional.of(lineNumber(words[1])) : Optional.empty();
        Matcher percent = PERCENT.matcher(amount);
        return percent.matches()
                ? new RingLine.PercentOff(line, new BigDecimal(percent.group(1)))
                : new RingLine.AmountOff(line, number(amount));
    }

    private static RingLine scan(String text) throws BadLine {
        // A batch within element strings may hold an asterisk.
        boolean elements = text.startsWith("(") || text.startsWith("]");
        if (elements || !text.contains("*")) {
            if (!CODE.matcher(text).matches()) {
                throw new BadLine("ring.line.unknown", text);
            }
            return new RingLine.Scan(text, Quantity.ONE, Optional.empty(), Optional.empty());
        }
        Matcher scan = SCAN.matcher(text);
        if (!scan.matches()) {
            throw new BadLine("ring.line.unknown", text);
        }
        Optional<Long> price = scan.group(3) == null ? Optional.empty() : Optional.of(number(scan.group(3)));
        if (scan.group(1) == null) {
            return new RingLine.Scan(scan.group(4), Quantity.ONE, Optional.empty(), price);
        }
        Unit unit = scan.group(2) == null ? Unit.PIECE : Unit.KG;
        return new RingLine.Scan(scan.group(4), quantity(scan.group(1)), Optional.of(unit), price);
    }

    private static Quantity quantity(String text) throws BadLine {
        try {
            return Quantity.parse(text);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new BadLine("ring.line.quantity", text);
        }
    }

    private static int lineNumber(String text) throws BadLine {
        long number = number(text);
        if (number > 999_999) {
            throw new BadLine("ring.line.number", text);
        }
        return (int) number;
    }

    private static long number(String text) throws BadLine {
        if (!NUMBER.matcher(text).matches()) {
            throw new BadLine("ring.line.number", text);
        }
        return Long.parseLong(text);
    }

    private static String[] only(String[] words, int count) throws BadLine {
        if (words.length != count) {
            throw new BadLine("ring.line.unknown", String.join(" ", words));
        }
        return words;
    }

    /** A line that says nothing the register knows. */
    static final class BadLine extends Exception {

        private static final long serialVersionUID = 1L;

        private final String key;
        private final String text;

        BadLine(String key, String text) {
            super(key + " " + text);
            this.key = key;
            this.text = text;
        }

        String sentence(Console console) {
            return console.text(key, text);
        }
    }
}
