package org.sekisho.api.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sekisho.api.device.ReceiptDocument.Align;
import org.sekisho.api.device.ReceiptDocument.Block;
import org.sekisho.api.device.ReceiptDocument.Feed;
import org.sekisho.api.device.ReceiptDocument.Pair;
import org.sekisho.api.device.ReceiptDocument.Style;
import org.sekisho.api.device.ReceiptDocument.Text;

/**
 * Sets documents in lines of so many cells, the same for every printer. Text wraps at spaces where it can, otherwise between
 * characters; a double-width character is never split.
 *
 * @param columns cells of a line, at least 8: the narrowest display
 */
public record PaperLayout(int columns) {

    public PaperLayout {
        if (columns < 8) {
            throw new IllegalArgumentException("a line has at least 8 columns, not " + columns);
        }
    }

    public List<PaperLine> lines(ReceiptDocument document) {
        return document.blocks().stream()
                .flatMap(block -> lines(block).stream())
                .toList();
    }

    public List<PaperLine> lines(Block block) {
        if (block instanceof Text text) {
            return styled(paragraph(text.text(), cells(text.style()), text.align()), text.style());
        } else if (block instanceof Pair pair) {
            return styled(pair(pair.left(), pair.right(), cells(pair.style())), pair.style());
        } else if (block instanceof Feed feed) {
            return styled(Collections.nCopies(feed.lines(), ""), Style.NORMAL);
        }
        return List.of(new PaperLine("-".repeat(columns), Style.NORMAL));
    }

    private int cells(Style style) {
        return style == Style.LARGE ? columns / 2 : columns;
    }

    private static List<PaperLine> styled(List<String> lines, Style style) {
        return lines.stream().map(line -> new PaperLine(line, style)).toList();
    }

    private static List<String> paragraph(String text, int cells, Align align) {
        return wrap(text, cells).stream()
                .map(line -> placed(line, cells, align))
                .toList();
    }

    private static List<String> pair(String left, String right, int cells) {
        List<String> lines = new ArrayList<>(wrap(left, cells));
        String last = lines.get(lines.size() - 1);
        int gap = cells - DisplayWidth.of(last) - DisplayWidth.of(right);
        if (gap >= (last.isEmpty() ? 0 : 1)) {
            lines.set(lines.size() - 1, last + " ".repeat(gap) + right);
        } else {
            lines.addAll(paragraph(right, cells, Align.RIGHT));
        }
        return lines;
    }

    private static String placed(String line, int cells, Align align) {
        int free = cells - DisplayWidth.of(line);
        return switch (align) {
            case LEFT -> line;
            case CENTER -> " ".repeat(free / 2) + line;
            case RIGHT -> " ".repeat(free) + line;
        };
    }

    private static List<String> wrap(String text, int cells) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (DisplayWidth.of(rest) > cells) {
            int fits = fitting(rest, cells);
            int space = rest.charAt(fits) == ' ' ? fits : rest.lastIndexOf(' ', fits - 1);
            boolean atSpace = space > 0 && !rest.substring(0, space).isBlank() && betweenWords(rest, fits, space);
            int end = atSpace ? space : fits;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = atSpace ? rest.substring(end).stripLeading() : rest.substring(end);
        }
        lines.add(rest);
        return lines;
    }

    /** How many chars fit; marks that take no cell stay with their letter. */
    private static int fitting(String text, int cells) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            used += DisplayWidth.of(codePoint);
            if (used > cells) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /** Whether the space is the better place to break: it tears no Latin word, or leaves the line at least half full. */
    private static boolean betweenWords(String text, int fits, int space) {
        boolean tearsWord = DisplayWidth.of(text.codePointAt(fits)) == 1
                && DisplayWidth.of(text.codePointBefore(fits)) == 1
                && text.charAt(fits - 1) != ' ';
        return space == fits || tearsWord || space >= fits / 2;
    }
}
