package org.sekisho.it;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The head of an ESC/POS printer that says how it is: answers DLE EOT at once and GS r in its turn, as Epson's do, and prints the
 * rest. Its paper can be taken away before a receipt, or end in the middle of one.
 */
final class AnsweringPrinter {

    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int GS = 0x1D;
    private static final int FINE = 0x12;
    private static final int PAPER_END = 0x72;
    private static final int STOPPED_BY_PAPER_END = 0x32;

    private final Paper paper;
    private volatile boolean loaded = true;
    private volatile boolean endsInNextReceipt;
    private final AtomicInteger questions = new AtomicInteger();

    AnsweringPrinter(Paper paper) {
        this.paper = paper;
    }

    void takePaperAway() {
        loaded = false;
    }

    /** The next receipt will not be printed to its end. */
    void letPaperEndInNextReceipt() {
        endsInNextReceipt = true;
    }

    void loadPaper() {
        loaded = true;
    }

    boolean isLoaded() {
        return loaded;
    }

    /** How often it was asked how it is. */
    int questions() {
        return questions.get();
    }

    /** Serves one connection to its end. */
    void serve(InputStream in, OutputStream out) throws IOException {
        paper.tear();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == DLE) {
                    pass(in, EOT, () -> answer(out, realtime(next(in))));
                } else if (b == GS) {
                    pass(in, 'r', () -> answerInTurn(in, out), GS);
                } else {
                    print(b);
                }
            }
        } catch (EOFException hungUp) {
            // In the middle of a command: there is nobody to answer.
        }
    }

    /** What answers a question. */
    @FunctionalInterface
    private interface Answering {
        void answer() throws IOException;
    }

    private void pass(InputStream in, int question, Answering answering, int... prefix) throws IOException {
        int b = next(in);
        if (b == question) {
            questions.incrementAndGet();
            answering.answer();
        } else {
            for (int p : prefix) {
                print(p);
            }
            print(b);
        }
    }

    private int realtime(int what) {
        return switch (what) {
            case 2 -> loaded ? FINE : STOPPED_BY_PAPER_END;
            case 4 -> loaded ? FINE : PAPER_END;
            default -> FINE;
        };
    }

    /** Once it is through with all before, which it never is without paper. */
    private void answerInTurn(InputStream in, OutputStream out) throws IOException {
        next(in);
        if (loaded) {
            answer(out, 0);
        }
    }

    private static void answer(OutputStream out, int status) throws IOException {
        out.write(status);
        out.flush();
    }

    private void print(int b) {
        if (endsInNextReceipt && b == '\n') {
            endsInNextReceipt = false;
            loaded = false;
        }
        if (loaded) {
            paper.feed(b);
        }
    }

    private static int next(InputStream in) throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }
}
