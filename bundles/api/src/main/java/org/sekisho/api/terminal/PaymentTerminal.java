package org.sekisho.api.terminal;

import java.util.Optional;
import org.sekisho.api.device.DeviceFault;

/**
 * A card terminal (UnifiedPOS: CAT). It charges, and it remembers what it did: whoever lost its answer asks, and never sends an order
 * again. One thread at a time.
 */
public interface PaymentTerminal {

    /**
     * Carries an order out; waits for the customer, the terminal and the acquirer, up to the driver's own limit.
     *
     * @throws DeviceFault when nobody knows whether it was carried out; one {@linkplain DeviceFault#beforehand() seen beforehand} says
     *     that it surely was not
     */
    PaymentAnswer carryOut(PaymentOrder order) throws DeviceFault;

    /**
     * What became of an order, without repeating it.
     *
     * @return empty when the terminal never had it: then no money moved, and none will
     * @throws DeviceFault when the terminal does not answer, cannot tell, or is still at it
     */
    Optional<PaymentAnswer> ask(PaymentOrder order) throws DeviceFault;
}
