package org.sekisho.it;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an ESC/POS printer was sent, and the receipts that it cut off. A receipt counts once its cut has arrived. */
final class Paper {

    /** A whole receipt. */
    record Receipt(String number, boolean saysRepeat, String text) {}

    private static final byte[] CUT = {0x1D, 0x56, 0x42, 0x00};
    private static final byte[] KICK = {0x1B, 'p', 0};
    private static final Pattern NUMBER = Pattern.compile("No\\. ?([0-9A-Za-z]+-[0-9]{6,})");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Receipt> receipts = new ArrayList<>();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private byte[] last = new byte[0];
    private int kicks;

    /** A byte arrived; true when it completed a cut. */
    synchronized boolean feed(int b) {
        paper.write(b);
        byte[] longer = new byte[Math.min(last.length + 1, CUT.length)];
        System.arraycopy(last, last.length + 1 - longer.length, longer, 0, longer.length - 1);
        longer[longer.length - 1] = (byte) b;
        last = longer;
        if (endsWith(KICK)) {
            kicks++;
            notifyAll();
        }
        boolean cut = endsWith(CUT);
        if (cut) {
            String text = new String(paper.toByteArray(), Charset.forName("windows-31j"));
            Matcher number = NUMBER.matcher(text);
            receipts.add(new Receipt(number.find() ? number.group(1) : "?", text.contains("再発行"), text));
            paper.reset();
            notifyAll();
        }
        return cut;
    }

    private boolean endsWith(byte[] end) {
        return last.length >= end.length
                && Arrays.equals(last, last.length - end.length, last.length, end, 0, end.length);
    }

    /** What stands after the last cut is torn off: another connection begins a receipt anew. */
    synchronized void tear() {
        paper.reset();
    }

    synchronized List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    /** How often the receipt of this number was printed. */
    synchronized long count(String number) {
        return receipts.stream()
                .filter(receipt -> receipt.number().equals(number))
                .count();
    }

    /** How often the drawer behind the printer was told to open. */
    synchronized int kicks() {
        return kicks;
    }

    /** Waits for the receipt of this number. */
    synchronized Receipt await(String number) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (Receipt receipt : receipts) {
                if (receipt.number().equals(number)) {
                    return receipt;
                }
            }
            awaitNews(end, "receipt " + number);
        }
    }

    synchronized void awaitKicks(int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (kicks < count) {
            awaitNews(end, count + " kicks");
        }
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private void awaitNews(long end, String what) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new AssertionError("never came: " + what + "; there are " + receipts + ", " + kicks + " kicks");
        }
        try {
            wait(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
