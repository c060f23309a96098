package org.sekisho.api.device;

/**
 * How many cells text takes where a kanji takes two and a Latin letter one.
 *
 * <p>Follows Unicode's East Asian Width (UAX #11). Its ambiguous characters take two cells where Shift_JIS has them, as
 * Japanese printers and fonts do ({@code ×}, {@code ※}, {@code α}); the yen sign and half-width katakana take one.
 */
public final class DisplayWidth {

    /** First and last code points of the ranges that take two cells. */
    private static final int[] DOUBLE = {
        0xA7, 0xA8, 0xB0, 0xB1, 0xB4, 0xB4, 0xB6, 0xB6, 0xD7, 0xD7, 0xF7, 0xF7, // § ¨ ° ± ´ ¶ × ÷
        0x391, 0x451, // Greek, Cyrillic
        0x1100, 0x115F, 0x2010, 0x2010, 0x2014, 0x203B, 0x2100, 0x2BFF, // punctuation, arrows, frames, symbols
        0x2E80, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
        0x1F000, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private DisplayWidth() {}

    /** The cells of a whole text. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The cells of one code point: 0 for marks that join the letter before them, else 1 or 2. */
    public static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isDouble(codePoint) ? 2 : 1;
        };
    }

    private static boolean isDouble(int codePoint) {
        for (int i = 0; i < DOUBLE.length && DOUBLE[i] <= codePoint; i += 2) {
            if (codePoint <= DOUBLE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
