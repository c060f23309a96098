package org.sekisho.driver.escpos;

import java.time.Duration;
import java.util.Map;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;
import org.sekisho.driver.escpos.StatusAnswers.Answer;

/** Asks a printer how it is. DLE EOT is answered at once, GS r in its turn: after all that was sent before has been printed. */
final class PrinterStatus {

    /** What a printer answers to. */
    enum Speaks {
        NOT,
        REALTIME,
        ALL
    }

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration LEARN = Duration.ofSeconds(1);
    /** A long receipt at 9600 baud takes about ten seconds. */
    private static final int PRINT_SECONDS = 30;

    private static final byte[] GS_R = {0x1D, 'r', 1};

    private final Wire wire;
    private final Speaks speaks;
    private final Map<String, Boolean> confirming;
    private final StatusAnswers answers;

    PrinterStatus(Wire wire, Speaks speaks, Map<String, Boolean> confirming) {
        this.wire = wire;
        this.speaks = speaks;
        this.confirming = confirming;
        this.answers = new StatusAnswers(wire);
    }

    /** @throws DeviceFault when it could not print now */
    void checkBefore() throws DeviceFault {
        if (speaks == Speaks.NOT) {
            return;
        }
        answers.forget();
        check(Kind.OFFLINE);
        if (speaks == Speaks.ALL && !confirming.containsKey(wire.name())) {
            wire.write(GS_R);
            confirming.put(wire.name(), answers.await(Answer.IN_TURN, LEARN).isPresent());
        }
    }

    /** @throws DeviceFault when it is not sure that it printed all */
    void awaitPrinted() throws DeviceFault {
        if (speaks == Speaks.NOT) {
            return;
        }
        if (speaks == Speaks.ALL && confirming.getOrDefault(wire.name(), false)) {
            wire.write(GS_R);
            int seconds = 0;
            while (answers.await(Answer.IN_TURN, Duration.ofSeconds(1)).isEmpty()) {
                check(Kind.TIMEOUT);
                seconds++;
                if (seconds == PRINT_SECONDS) {
                    throw new DeviceFault(Kind.TIMEOUT, "the printer does not come to an end");
                }
            }
        }
        check(Kind.TIMEOUT);
    }

    /** The printer's own status, the cause when it is off line, the paper sensor: Epson's DLE EOT 1, 2 and 4. */
    private void check(Kind whenSilent) throws DeviceFault {
        int printer = ask(1, whenSilent);
        int cause = ask(2, whenSilent);
        int paper = ask(4, whenSilent);
        if ((cause & 0x04) != 0) {
            throw new DeviceFault(Kind.COVER_OPEN, "the printer's cover is open");
        }
        if ((cause & 0x20) != 0 || (paper & 0x60) != 0) {
            throw new DeviceFault(Kind.PAPER_OUT, "the printer has no paper");
        }
        if ((cause & 0x40) != 0) {
            throw new DeviceFault(Kind.OFFLINE, "the printer reports an error: look at its cutter and its lamps");
        }
        if ((printer & 0x08) != 0) {
            throw new DeviceFault(Kind.OFFLINE, "the printer is off line");
        }
    }

    int ask(int what, Kind whenSilent) throws DeviceFault {
        wire.write(new byte[] {0x10, 0x04, (byte) what});
        return answers.await(Answer.REALTIME, ANSWER)
                .orElseThrow(() -> new DeviceFault(whenSilent, "the printer at " + wire.name() + " does not answer"));
    }
}
