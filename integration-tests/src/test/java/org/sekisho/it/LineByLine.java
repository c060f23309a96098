package org.sekisho.it;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Standard input that gives a line each time it is asked, so that the register has done all lines before. */
final class LineByLine extends InputStream {

    private final Deque<String> lines;
    private final Runnable beforeLast;
    private final Runnable afterLast;

    LineByLine(List<String> lines, Runnable beforeLast, Runnable afterLast) {
        this.lines = new ArrayDeque<>(lines);
        this.beforeLast = beforeLast;
        this.afterLast = afterLast;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("whole lines only");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (lines.isEmpty()) {
            afterLast.run();
            return -1;
        }
        byte[] line = (lines.poll() + "\n").getBytes(StandardCharsets.UTF_8);
        if (lines.isEmpty()) {
            beforeLast.run();
        }
        System.arraycopy(line, 0, into, offset, line.length);
        return line.length;
    }
}
