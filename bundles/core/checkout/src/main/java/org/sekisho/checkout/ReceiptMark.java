package org.sekisho.checkout;

import java.util.Optional;
import org.sekisho.api.model.ReceiptNumber;

/**
 * What a receipt says of itself, so that no paper passes for another.
 *
 * @param copy which reprint this is, from 1; 0 on every other receipt
 * @param voidedBy the receipt that took back the whole sale since
 */
public record ReceiptMark(Kind kind, long copy, Optional<ReceiptNumber> voidedBy) {

    /** What kind of paper it is. */
    public enum Kind {
        /** The first and only one. */
        ORIGINAL,
        /** The register cannot tell whether it was printed before. */
        REPEAT,
        /** Somebody asked for it later. */
        COPY,
        /** Nothing was sold. */
        TRAINING
    }

    public static final ReceiptMark ORIGINAL = new ReceiptMark(Kind.ORIGINAL, 0, Optional.empty());
    public static final ReceiptMark REPEAT = new ReceiptMark(Kind.REPEAT, 0, Optional.empty());
    public static final ReceiptMark TRAINING = new ReceiptMark(Kind.TRAINING, 0, Optional.empty());

    public static ReceiptMark copy(long number, Optional<ReceiptNumber> voidedBy) {
        return new ReceiptMark(Kind.COPY, number, voidedBy);
    }
}
