package org.sekisho.checkout.payment;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.terminal.PaymentAnswer;
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.api.terminal.PaymentTerminal;
import org.sekisho.checkout.sale.PlainText;

/** The lane's card terminal as the till hears it: whatever a driver throws, the outcome is one of four. */
record Terminal(Supplier<@Nullable PaymentTerminal> device) {

    /** What the tables hold of a text. */
    private static final int LONGEST = 100;

    private static final String NONE = "no card terminal is set up";

    Outcome carryOut(PaymentOrder order) {
        PaymentTerminal terminal = device.get();
        if (terminal == null) {
            return Outcome.nothingDone(NONE);
        }
        try {
            return Outcome.of(plain(terminal.carryOut(order)));
        } catch (DeviceFault e) {
            return e.begun() ? Outcome.lost(said(e)) : Outcome.nothingDone(said(e));
        } catch (RuntimeException | LinkageError e) {
            return Outcome.lost(said(e));
        }
    }

    Outcome ask(PaymentOrder order) {
        PaymentTerminal terminal = device.get();
        if (terminal == null) {
            return Outcome.lost(NONE);
        }
        try {
            Optional<PaymentAnswer> answer = terminal.ask(order);
            return answer.isPresent()
                    ? Outcome.of(plain(answer.get()))
                    : Outcome.nothingDone("the terminal never had it");
        } catch (DeviceFault | RuntimeException | LinkageError e) {
            return Outcome.lost(said(e));
        }
    }

    private static PaymentAnswer plain(PaymentAnswer answer) {
        return new PaymentAnswer(
                answer.approved(), plain(answer.card()), plain(answer.reference()), plain(answer.reason()));
    }

    private static String said(Throwable fault) {
        return plain(String.valueOf(fault.getMessage()));
    }

    private static String plain(String text) {
        String plain = PlainText.of(text);
        return plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length()))));
    }
}
