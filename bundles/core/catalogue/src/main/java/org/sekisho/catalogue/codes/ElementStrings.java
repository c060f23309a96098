package org.sekisho.catalogue.codes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes concatenated element strings apart, as GS1-128, GS1 DataBar and GS1 DataMatrix hold them, into values by Application Identifier:
 * as a scanner sends them, FNC1 as GS (GS1 General Specifications 7.8), or as they are printed beneath a symbol, with the identifiers in
 * brackets (4.14). To the letter: what cannot be told for sure is refused.
 */
final class ElementStrings {

    private static final char GS = '\u001d';

    /** GS1-128, DataBar and Composite, DataMatrix, QR, DotCode (GS1 General Specifications 5.1.3). */
    private static final Pattern SYMBOLOGY = Pattern.compile("^\\](?:C1|e0|d2|Q3|J1)");

    /** A GTIN and more: needs neither a symbology identifier nor FNC1 to be told from other codes. */
    private static final Pattern BEGINS_WITH_GTIN = Pattern.compile("^01[0-9]{14}");

    private static final Pattern PRINTED = Pattern.compile("\\(([0-9]{2,4})\\)([^()]+)");

    /** GS1 General Specifications 7.11, encodable character set 82. */
    private static final Pattern VALUE = Pattern.compile("[!\"%-?A-Z_a-z]+");

    /** No Application Identifier of the standard is longer, with its value. */
    private static final int LONGEST = 4 + 90;

    private final Map<String, String> values = new HashMap<>();

    private ElementStrings() {}

    static boolean hasShape(String code) {
        return code.startsWith("(")
                || code.indexOf(GS) >= 0
                || SYMBOLOGY.matcher(code).find()
                || BEGINS_WITH_GTIN.matcher(code).find();
    }

    /** Every value by its Application Identifier; empty when the code does not follow the specification. */
    static Optional<Map<String, String>> parse(String code) {
        ElementStrings elements = new ElementStrings();
        boolean right = code.startsWith("(")
                ? elements.addPrinted(code)
                : elements.addSent(SYMBOLOGY.matcher(code).replaceFirst(""));
        return right && !elements.values.isEmpty() ? Optional.of(elements.values) : Optional.empty();
    }

    private boolean addPrinted(String code) {
        Matcher element = PRINTED.matcher(code);
        int at = 0;
        while (at < code.length()) {
            if (!element.find(at)
                    || element.start() != at
                    || identifierLength(element.group(1)) != element.group(1).length()
                    || !add(element.group(1) + element.group(2))) {
                return false;
            }
            at = element.end();
        }
        return true;
    }

    private boolean addSent(String code) {
        int at = 0;
        while (at < code.length()) {
            if (code.charAt(at) == GS) {
                at++; // in first position, or where none was needed: permitted (7.8.3)
                continue;
            }
            int separator = code.indexOf(GS, at);
            int end = separator < 0 ? code.length() : separator;
            int fixed = fixedLength(code.substring(at, end));
            if (fixed > 0) {
                end = Math.min(end, at + fixed);
            }
            if (!add(code.substring(at, end))) {
                return false;
            }
            at = end;
        }
        return true;
    }

    /** One element string, whole; false when it is none, or says otherwise than one before. */
    private boolean add(String element) {
        int identifier = identifierLength(element);
        int fixed = fixedLength(element);
        if (identifier == 0 || element.length() <= identifier || element.length() > LONGEST) {
            return false;
        }
        String value = element.substring(identifier);
        boolean misshapen = fixed > 0 && (element.length() != fixed || !value.matches("[0-9]+"));
        if (misshapen || !VALUE.matcher(value).matches()) {
            return false;
        }
        String before = values.putIfAbsent(element.substring(0, identifier), value);
        return before == null || before.equals(value);
    }

    /** Digits of the Application Identifier that it begins with, by its first two (3.2); 0 where none is assigned. */
    private static int identifierLength(String element) {
        int two = firstTwo(element);
        int digits = switch (two) {
            case 0, 1, 2, 3, 10, 11, 12, 13, 15, 16, 17, 20, 21, 22, 30, 37 -> 2;
            case 90, 91, 92, 93, 94, 95, 96, 97, 98, 99 -> 2;
            case 23, 24, 25, 40, 41, 42, 71 -> 3;
            case 31, 32, 33, 34, 35, 36, 39, 43, 70, 72, 80, 81, 82 -> 4;
            default -> 0;
        };
        return element.length() >= digits && element.substring(0, digits).matches("[0-9]*") ? digits : 0;
    }

    /** Characters of element strings whose end needs no FNC1, identifier included (7.8.4); 0 for all others. */
    private static int fixedLength(String element) {
        return switch (firstTwo(element)) {
            case 0 -> 20;
            case 1, 2, 3 -> 16;
            case 11, 12, 13, 15, 16, 17 -> 8;
            case 20 -> 4;
            case 31, 32, 33, 34, 35, 36 -> 10;
            case 41 -> 16;
            default -> 0;
        };
    }

    private static int firstTwo(String element) {
        return element.length() >= 2 && element.substring(0, 2).matches("[0-9]{2}")
                ? Integer.parseInt(element.substring(0, 2))
                : -1;
    }
}
