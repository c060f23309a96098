package org.sekisho.devices.virtual;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import org.sekisho.api.device.DisplayWidth;
import org.sekisho.api.device.ReceiptDocument.Style;

/**
 * Letters in cells: each stands in the middle of its one or two, so that columns align whatever the font's own spacing is.
 *
 * @param cell width of a half-width letter of normal size, in pixels
 */
record Lettering(Font font, int cell, Style style) {

    /** Stands where the font has no letter. */
    private static final String MISSING = "〓";

    void draw(Graphics2D g, String text, int lineHeight) {
        int width = style == Style.LARGE ? 2 * cell : cell;
        Font sized = font.deriveFont(2f * width);
        LineMetrics metrics = sized.getLineMetrics(text, g.getFontRenderContext());
        float baseline = (lineHeight - metrics.getAscent() - metrics.getDescent()) / 2 + metrics.getAscent();
        int x = 0;
        int at = 0;
        while (at < text.length()) {
            int end = endOfLetter(text, at);
            String letter = text.substring(at, end);
            int cells = DisplayWidth.of(letter) * width;
            draw(g, sized, sized.canDisplayUpTo(letter) < 0 ? letter : MISSING, x, cells, baseline);
            x += cells;
            at = end;
        }
    }

    /** Marks that take no cell belong to the letter before them. */
    private static int endOfLetter(String text, int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && DisplayWidth.of(text.codePointAt(end)) == 0) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private void draw(Graphics2D g, Font sized, String letter, int x, int cells, float baseline) {
        GlyphVector glyphs = sized.createGlyphVector(g.getFontRenderContext(), letter);
        double inset = (cells - glyphs.getLogicalBounds().getWidth()) / 2;
        Shape outline = glyphs.getOutline((float) (x + inset), baseline);
        g.fill(outline);
        if (style != Style.NORMAL) {
            g.setStroke(new BasicStroke(cell / 12f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(outline);
        }
    }
}
