package org.sekisho.api.device;

/** Prints receipts (UnifiedPOS: POSPrinter, receipt station). One thread at a time. */
public interface ReceiptPrinter {

    /** How many half-width characters fit a line; a kanji takes two. */
    int columns();

    /**
     * Prints one whole document and cuts the paper; when it returns, the printer has taken all of it.
     *
     * @throws DeviceFault when it is not certain that all of it was printed; printing again starts from the beginning
     */
    void print(ReceiptDocument document) throws DeviceFault;
}
