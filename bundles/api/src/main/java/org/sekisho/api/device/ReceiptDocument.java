package org.sekisho.api.device;

import java.util.List;

/**
 * A receipt as a list of blocks, free of any device: a printer decides the bytes, a screen the pixels.
 *
 * @param blocks from top to bottom
 */
public record ReceiptDocument(List<Block> blocks) {

    public ReceiptDocument {
        blocks = List.copyOf(blocks);
    }

    /** One strip of the paper. */
    public sealed interface Block {}

    /**
     * A paragraph; longer text wraps by display width.
     *
     * @param text without line breaks
     */
    public record Text(String text, Align align, Style style) implements Block {}

    /**
     * A name on the left and a value on the right of one line; when both do not fit, the left one wraps and the value
     * stands at the end of the last line.
     */
    public record Pair(String left, String right, Style style) implements Block {}

    /** A line across the paper. */
    public record Rule() implements Block {}

    /** Empty space of so many text lines. */
    public record Feed(int lines) implements Block {}

    /** Where a paragraph stands. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** How letters look. */
    public enum Style {
        NORMAL,
        BOLD,
        /** Twice as wide and high, bold. */
        LARGE
    }
}
