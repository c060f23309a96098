package org.sekisho.catalogue.items;

import java.util.ArrayList;
import java.util.List;
import org.sekisho.catalogue.RowFault;

/**
 * Rows of comma-separated values as RFC 4180 has them, strictly: a quotation mark is only where a field begins or ends, or
 * doubled within. Lines end with LF or CRLF. A byte order mark is passed over.
 */
final class CsvRows {

    /** @param line where the row begins, from 1 */
    record Row(int line, List<String> fields) {

        Row {
            fields = List.copyOf(fields);
        }

        /** A blank line, or what a spreadsheet leaves of one: commas. */
        boolean isBlank() {
            return fields.stream().allMatch(String::isBlank);
        }
    }

    /** The text is no CSV from this row on. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final RowFault fault;

        Malformed(int line, RowFault fault) {
            super(fault.name());
            this.line = line;
            this.fault = fault;
        }

        int line() {
            return line;
        }

        RowFault fault() {
            return fault;
        }
    }

    private static final char END = '\uFFFF';

    private final String text;
    private int at;
    private int line = 1;

    CsvRows(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    boolean hasNext() {
        return at < text.length();
    }

    Row next() throws Malformed {
        int begin = line;
        List<String> fields = new ArrayList<>();
        fields.add(field(begin));
        while (peek() == ',') {
            at++;
            fields.add(field(begin));
        }
        if (peek() == '\r') {
            at++;
        }
        if (hasNext()) {
            at++;
            line++;
        }
        return new Row(begin, fields);
    }

    private String field(int begin) throws Malformed {
        String value = peek() == '"' ? quoted(begin) : bare(begin);
        if (!endsField()) {
            throw new Malformed(begin, RowFault.QUOTE_STRAY);
        }
        return value;
    }

    private String bare(int begin) throws Malformed {
        int from = at;
        while (!endsField()) {
            if (peek() == '"') {
                throw new Malformed(begin, RowFault.QUOTE_STRAY);
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted(int begin) throws Malformed {
        StringBuilder value = new StringBuilder();
        for (at++; hasNext(); at++) {
            char c = peek();
            if (c == '"') {
                at++;
                if (peek() != '"') {
                    return value.toString();
                }
            } else if (c == '\n') {
                line++;
            }
            value.append(c);
        }
        throw new Malformed(begin, RowFault.QUOTE_OPEN);
    }

    private boolean endsField() {
        char c = peek();
        boolean carriageReturn = c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) == '\n');
        return c == ',' || c == '\n' || carriageReturn || !hasNext();
    }

    private char peek() {
        return hasNext() ? text.charAt(at) : END;
    }
}
