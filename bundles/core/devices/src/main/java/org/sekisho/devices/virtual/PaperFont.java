package org.sekisho.devices.virtual;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The one font receipts are drawn in, from this bundle: what a receipt looks like depends on no machine. It is loaded at first use,
 * which takes a moment. Safe for many threads.
 */
final class PaperFont {

    private static final String FILE = "font/BIZUDGothic-Regular.ttf";

    private static @Nullable Font loaded;

    private PaperFont() {}

    /** @throws IOException when this Java cannot draw letters: some want fontconfig on the machine, though no font of it is used */
    static synchronized Font load() throws IOException {
        Font font = loaded;
        if (font == null) {
            try (InputStream in = PaperFont.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IOException("this bundle lacks " + FILE);
                }
                font = Font.createFont(Font.TRUETYPE_FONT, in);
                loaded = font;
            } catch (FontFormatException e) {
                throw new IOException("this bundle's font is broken", e);
            }
        }
        return font;
    }
}
