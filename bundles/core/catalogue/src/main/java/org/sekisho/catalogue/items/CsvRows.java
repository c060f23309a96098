package org.sekisho.catalogue.items;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.catalogue.RowFault;

/**
 * Rows of comma-separated values as RFC 4180 has them, strictly: a quotation mark is only where a field begins or ends, or
 * doubled within. Lines end with LF or CRLF. A byte order mark is passed over. Holds one row at a time.
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

    private static final int END = -1;

    private final Reader text;
    private final char[] buffer = new char[8192];
    private int at;
    private int end;
    private int line = 1;

    CsvRows(Reader text) throws IOException {
        this.text = text;
        if (peek() == '\uFEFF') {
            at++;
        }
    }

    boolean hasNext() throws IOException {
        return peek() != END;
    }

    Row next() throws IOException, Malformed {
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

    private String field(int begin) throws IOException, Malformed {
        String value = peek() == '"' ? quoted(begin) : bare(begin);
        if (!endsField()) {
            throw new Malformed(begin, RowFault.QUOTE_STRAY);
        }
        return value;
    }

    private String bare(int begin) throws IOException, Malformed {
        StringBuilder value = new StringBuilder();
        while (!endsField()) {
            if (peek() == '"') {
                throw new Malformed(begin, RowFault.QUOTE_STRAY);
            }
            value.append((char) peek());
            at++;
        }
        return value.toString();
    }

    private String quoted(int begin) throws IOException, Malformed {
        StringBuilder value = new StringBuilder();
        for (at++; hasNext(); at++) {
            int c = peek();
            if (c == '"') {
                at++;
                if (peek() != '"') {
                    return value.toString();
                }
            } else if (c == '\n') {
                line++;
            }
            value.append((char) c);
        }
        throw new Malformed(begin, RowFault.QUOTE_OPEN);
    }

    private boolean endsField() throws IOException {
        int c = peek();
        return c == ',' || c == '\n' || c == END || (c == '\r' && endsLine());
    }

    /** Whether the carriage return here stands at the end of a line, or of all. */
    private boolean endsLine() throws IOException {
        if (at + 1 == end) {
            buffer[0] = '\r';
            int read = text.read(buffer, 1, buffer.length - 1);
            at = 0;
            end = 1 + Math.max(0, read);
        }
        return at + 1 == end || buffer[at + 1] == '\n';
    }

    private int peek() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, text.read(buffer));
        }
        return at == end ? END : buffer[at];
    }
}
