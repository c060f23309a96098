package org.sekisho.devices.virtual;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The one font receipts are drawn in, from this bundle: what a receipt looks like depends on no machine. Safe for many threads. */
final class PaperFont {

    private static final String FILE = "font/BIZUDGothic-Regular.ttf";

    private PaperFont() {}

    static Font ofSize(float pixels) {
        return Loaded.FONT.deriveFont(pixels);
    }

    /** Loads it at first use: that takes a moment. */
    private static final class Loaded {

        static final Font FONT = load();

        private static Font load() {
            try (InputStream in = PaperFont.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IOException("this bundle lacks " + FILE);
                }
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("this bundle's font is broken", e);
            }
        }
    }
}
