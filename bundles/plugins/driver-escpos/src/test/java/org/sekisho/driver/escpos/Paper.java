package org.sekisho.driver.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * ESC/POS bytes as what comes out of a printer, so that tests read as facts. Strict: a command it does not know is an error, and
 * so is Japanese text before the printer was told how it is written.
 */
public final class Paper {

    /** One line that was printed. */
    public record Line(String text, boolean bold, boolean doubled) {}

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private final List<Line> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] bytes;
    private int at;
    private boolean japanese;
    private boolean bold;
    private boolean doubled;
    private boolean doubledKanji;
    private int cuts;
    private int kicks;

    private Paper(byte[] bytes) {
        this.bytes = bytes;
        while (at < bytes.length) {
            next();
        }
    }

    public static Paper of(byte[] bytes) {
        return new Paper(bytes);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What was printed, a line feed a line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(printed -> text.append(printed.text().stripTrailing()).append('\n'));
        return text.toString();
    }

    public int cuts() {
        return cuts;
    }

    /** How often a drawer was kicked. */
    public int kicks() {
        return kicks;
    }

    private void next() {
        int b = take();
        switch (b) {
            case 0x1B -> escape(take());
            case 0x1C -> kanji(take());
            case 0x1D -> group(take());
            case 0x10 -> realtime(take());
            case '\n' -> feed();
            default -> letter(b);
        }
    }

    private void letter(int b) {
        boolean lead = (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC);
        if (b < 0x20 || b == 0x7F || (b > 0x7F && !japanese)) {
            throw unknown("letter", b);
        }
        line.write(b);
        if (lead) {
            line.write(take());
        }
    }

    private void feed() {
        lines.add(new Line(line.toString(SHIFT_JIS).replace('\\', '¥'), bold, doubled && doubledKanji));
        line.reset();
    }

    private void escape(int command) {
        switch (command) {
            case '@' -> japanese = bold = doubled = doubledKanji = false;
            case 't' -> expect(1);
            case 'R' -> expect(8);
            case 'E' -> bold = take() == 1;
            case 'p' -> {
                take();
                take();
                take();
                kicks++;
            }
            default -> throw unknown("ESC", command);
        }
    }

    private void kanji(int command) {
        switch (command) {
            case 'C' -> {
                expect('1');
                japanese = true;
            }
            case 'W' -> doubledKanji = take() == 1;
            default -> throw unknown("FS", command);
        }
    }

    private void group(int command) {
        switch (command) {
            case '!' -> doubled = take() == 0x11;
            case 'V' -> {
                expect(66);
                expect(0);
                cuts++;
            }
            case 'r' -> expect(1);
            default -> throw unknown("GS", command);
        }
    }

    private void realtime(int command) {
        switch (command) {
            case 0x04 -> take();
            case 0x14 -> {
                expect(1);
                take();
                take();
                kicks++;
            }
            default -> throw unknown("DLE", command);
        }
    }

    private int take() {
        return bytes[at++] & 0xFF;
    }

    private void expect(int wanted) {
        int b = take();
        if (b != wanted) {
            throw unknown("parameter", b);
        }
    }

    private AssertionError unknown(String what, int b) {
        return new AssertionError(String.format("unknown %s %02X at %d", what, b, at - 1));
    }
}
