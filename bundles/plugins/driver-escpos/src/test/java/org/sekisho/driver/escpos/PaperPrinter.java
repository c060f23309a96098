package org.sekisho.driver.escpos;

import java.io.ByteArrayOutputStream;

/** A printer that keeps its paper and answers status requests as it is told. Safe for many threads. */
public final class PaperPrinter {

    private static final int WELL = 0x12;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int printer = WELL;
    private int cause = WELL;
    private int paper = WELL;
    private boolean confirming = true;
    private int answered;

    public synchronized void openCover() {
        printer |= 0x08;
        cause |= 0x04;
    }

    public synchronized void runOutOfPaper() {
        printer |= 0x08;
        cause |= 0x20;
        paper |= 0x60;
    }

    public synchronized void jam() {
        printer |= 0x08;
        cause |= 0x40;
    }

    public synchronized void raisePin3() {
        printer |= 0x04;
    }

    public synchronized void mend() {
        printer = cause = paper = WELL;
    }

    /** Like printers that do not know GS r. */
    public synchronized void confirmNothing() {
        confirming = false;
    }

    /** Takes bytes, however they were cut up, and returns what the printer answers. */
    public synchronized byte[] take(byte[] bytes, int count) {
        received.write(bytes, 0, count);
        byte[] all = received.toByteArray();
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        for (; answered + 3 <= all.length; answered++) {
            if (all[answered] == 0x10 && all[answered + 1] == 0x04) {
                answers.write(statusOf(all[answered + 2]));
            } else if (all[answered] == 0x1D && all[answered + 1] == 'r' && confirming && (printer & 0x08) == 0) {
                answers.write(0);
            }
        }
        return answers.toByteArray();
    }

    public synchronized byte[] received() {
        return received.toByteArray();
    }

    public Paper paper() {
        return Paper.of(received());
    }

    private int statusOf(int what) {
        return switch (what) {
            case 1 -> printer;
            case 2 -> cause;
            case 4 -> paper;
            default -> WELL;
        };
    }
}
