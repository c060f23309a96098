package org.sekisho.driver.escpos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import org.sekisho.api.device.Wire;

/** A wire straight to a {@link PaperPrinter}; time stands still, so a silent printer has timed out at once. */
final class PrinterWire implements Wire {

    final PaperPrinter printer = new PaperPrinter();
    private final Deque<Byte> answers = new ArrayDeque<>();
    private boolean silent;
    private Consumer<PaperPrinter> afterText = p -> {};

    void fallSilent() {
        silent = true;
    }

    /** Happens as soon as a receipt has been sent. */
    void afterReceipt(Consumer<PaperPrinter> event) {
        afterText = event;
    }

    void arrive(int... bytes) {
        for (int b : bytes) {
            answers.add((byte) b);
        }
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void write(byte[] bytes) {
        byte[] said = printer.take(bytes, bytes.length);
        for (int i = 0; i < said.length && !silent; i++) {
            answers.add(said[i]);
        }
        if (bytes[0] == 0x1B) {
            afterText.accept(printer);
        }
    }

    @Override
    public byte[] read(int max, Duration timeout) {
        byte[] bytes = new byte[max];
        int count = 0;
        while (count < max && !answers.isEmpty()) {
            bytes[count++] = answers.remove();
        }
        return Arrays.copyOf(bytes, count);
    }

    @Override
    public void close() {}
}
