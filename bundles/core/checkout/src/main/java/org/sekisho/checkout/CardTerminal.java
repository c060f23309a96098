package org.sekisho.checkout;

import org.sekisho.api.terminal.PaymentTerminal;

/** Where the till finds the lane's card terminal. A service; without one the till takes no cards. */
public interface CardTerminal {

    PaymentTerminal terminal();
}
