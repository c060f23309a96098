package org.sekisho.checkout;

import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** What every cashier did beside plain selling, set against what the others did. Read from the journal by its index of dates. */
public interface ExceptionReports {

    /**
     * Reads those business days only.
     *
     * @param from the first business date; null for the first there is
     * @param until the last business date; null for the last there is
     * @param progress hears how many entries were read, now and then
     * @throws CheckoutRefusal when the operator may not
     */
    ExceptionReport exceptions(
            Operator operator, @Nullable LocalDate from, @Nullable LocalDate until, LongConsumer progress)
            throws CheckoutRefusal, StorageFault;
}
