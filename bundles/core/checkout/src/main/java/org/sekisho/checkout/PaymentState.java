package org.sekisho.checkout;

/** What is known of an order to the card terminal. */
public enum PaymentState {
    /** The terminal is at it, or the register died before it heard an answer. */
    PENDING,
    APPROVED,
    DECLINED,
    /** The terminal's answer was lost: nobody sends the order again, the terminal is asked. */
    UNKNOWN,
    /** Approved, but its sale did not close: it is given back by an order of its own. */
    REVERSED
}
