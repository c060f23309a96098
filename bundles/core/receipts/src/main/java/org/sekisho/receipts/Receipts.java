package org.sekisho.receipts;

import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.store.HomeFault;

/** Makes receipts, in the store's language, as its country's law wants them. */
public interface Receipts {

    /**
     * @param repeat whether it may have been printed before: it then says so
     * @throws HomeFault when the store's settings cannot be read
     */
    default ReceiptDocument compose(ClosedSale sale, boolean repeat) throws HomeFault {
        return compose(sale, repeat ? ReceiptMark.REPEAT : ReceiptMark.ORIGINAL);
    }

    /**
     * A receipt that says what kind of paper it is.
     *
     * @throws HomeFault when the store's settings cannot be read
     */
    ReceiptDocument compose(ClosedSale sale, ReceiptMark mark) throws HomeFault;

    /** The same document as plain text, wrapped by display width, one line feed a line. */
    String plainText(ReceiptDocument document, int columns);
}
