package org.sekisho.checkout;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** Vouchers of this shop: each pays once, on whatever lane. Safe for many threads. */
public interface Vouchers {

    /**
     * Makes a voucher good for an amount.
     *
     * @param code what is printed on it; empty for one that the register makes up, which nobody can guess
     * @param until the last business date on which it pays; empty for one without end
     * @return its code
     * @throws CheckoutRefusal when the operator may not, or there is one of that code
     */
    String issue(Operator operator, Optional<String> code, Money amount, Optional<LocalDate> until)
            throws CheckoutRefusal, StorageFault;

    /** All of them, by code. */
    List<Voucher> list() throws CheckoutRefusal, StorageFault;

    /**
     * A voucher.
     *
     * @param paid the receipt that it paid; empty while it is good
     */
    record Voucher(String code, Money amount, Optional<LocalDate> until, Optional<ReceiptNumber> paid) {}
}
