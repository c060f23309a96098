package org.sekisho.checkout;

/** Opens the cash drawer when the till asks for it without a sale. A service; without one the till refuses to open it. */
public interface DrawerOpener {

    /** @throws StepFault when it did not open; the message is shown to the cashier */
    void open() throws StepFault;
}
