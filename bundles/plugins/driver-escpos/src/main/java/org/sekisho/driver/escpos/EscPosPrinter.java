package org.sekisho.driver.escpos;

import java.io.ByteArrayOutputStream;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.PaperLayout;
import org.sekisho.api.device.PaperLine;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptDocument.Style;
import org.sekisho.api.device.ReceiptPrinter;
import org.sekisho.api.device.Wire;

/** Makes bytes of receipts, and sees to it that the printer took them. */
record EscPosPrinter(Wire wire, PaperLayout layout, PrinterCharacters characters, PrinterStatus status)
        implements ReceiptPrinter {

    /** ESC @: as after switching on. ESC t 1, FS C 1, ESC R 8: katakana, Shift_JIS, Japan's own set with the yen sign. */
    private static final int[] START = {0x1B, '@', 0x1B, 't', 1, 0x1C, 'C', '1', 0x1B, 'R', 8};
    /** GS V 66 0: feeds to the cutter and cuts. */
    private static final int[] CUT = {0x1D, 'V', 66, 0};
    /** ESC E: bold. */
    private static final int[] BOLD = {0x1B, 'E', 1};

    private static final int[] NOT_BOLD = {0x1B, 'E', 0};
    /** GS ! for all letters; FS W for kanji on printers where GS ! leaves them small. */
    private static final int[] DOUBLED = {0x1D, '!', 0x11, 0x1C, 'W', 1};

    private static final int[] NOT_DOUBLED = {0x1D, '!', 0, 0x1C, 'W', 0};

    @Override
    public int columns() {
        return layout.columns();
    }

    @Override
    public void print(ReceiptDocument document) throws DeviceFault {
        byte[] bytes = bytes(document);
        try {
            status.checkBefore();
        } catch (DeviceFault e) {
            throw e.beforehand();
        }
        wire.write(bytes);
        status.awaitPrinted();
    }

    private byte[] bytes(ReceiptDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, START);
        for (PaperLine line : layout.lines(document.withTexts(characters::printable))) {
            if (line.style() != Style.NORMAL) {
                put(out, BOLD);
            }
            if (line.style() == Style.LARGE) {
                put(out, DOUBLED);
            }
            out.writeBytes(characters.encode(line.text()));
            out.write('\n');
            if (line.style() == Style.LARGE) {
                put(out, NOT_DOUBLED);
            }
            if (line.style() != Style.NORMAL) {
                put(out, NOT_BOLD);
            }
        }
        put(out, CUT);
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int[] command) {
        for (int b : command) {
            out.write(b);
        }
    }
}
