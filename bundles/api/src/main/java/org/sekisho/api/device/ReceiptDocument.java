package org.sekisho.api.device;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A receipt as a list of blocks, free of any device: a printer decides the bytes, a screen the pixels.
 *
 * @param reference what a person would file it under, a receipt's number: it is not printed
 * @param blocks from top to bottom
 */
public record ReceiptDocument(String reference, List<Block> blocks) {

    public ReceiptDocument {
        blocks = List.copyOf(blocks);
    }

    /**
     * The same document with every text passed through {@code change}: how a driver fits it to the characters its printer has,
     * before it is laid out.
     */
    public ReceiptDocument withTexts(UnaryOperator<String> change) {
        return new ReceiptDocument(
                reference, blocks.stream().map(block -> block.withTexts(change)).toList());
    }

    /** One strip of the paper. */
    public sealed interface Block {

        /** The same block with its texts changed. */
        default Block withTexts(UnaryOperator<String> change) {
            return this;
        }
    }

    /**
     * A paragraph; longer text wraps by display width.
     *
     * @param text without line breaks
     */
    public record Text(String text, Align align, Style style) implements Block {

        @Override
        public Text withTexts(UnaryOperator<String> change) {
            return new Text(change.apply(text), align, style);
        }
    }

    /**
     * A name on the left and a value on the right of one line; when both do not fit, the left one wraps and the value
     * stands at the end of the last line.
     */
    public record Pair(String left, String right, Style style) implements Block {

        @Override
        public Pair withTexts(UnaryOperator<String> change) {
            return new Pair(change.apply(left), change.apply(right), style);
        }
    }

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
