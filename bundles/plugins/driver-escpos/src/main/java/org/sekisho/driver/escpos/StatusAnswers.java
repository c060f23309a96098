package org.sekisho.driver.escpos;

import java.time.Duration;
import java.util.OptionalInt;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;

/** Picks answers out of what a printer sends, by the bits that Epson fixes in each kind of status byte. */
final class StatusAnswers {

    /** What was asked for. */
    enum Answer {
        /** To DLE EOT: {@code 0xx1xx10}. */
        REALTIME,
        /** To GS r: {@code 0xx0xxxx}. */
        IN_TURN
    }

    /** More than this is no printer that speaks ESC/POS. */
    private static final int NOISE = 4096;

    private final Wire wire;
    /** How many bytes of an automatic status are still to come: four, whose first is {@code 0xx1xx00}; nobody asked for it. */
    private int automatic;
    /** An answer to GS r that came while another was awaited. */
    private OptionalInt inTurn = OptionalInt.empty();

    StatusAnswers(Wire wire) {
        this.wire = wire;
    }

    /** Drops what came unasked, or too late. */
    void forget() throws DeviceFault {
        automatic = 0;
        inTurn = OptionalInt.empty();
        int dropped = 0;
        int count;
        do {
            count = wire.read(256, Duration.ZERO).length;
            dropped = noise(dropped + count);
        } while (count > 0);
    }

    /** The first answer of that kind; empty when none came in time. */
    OptionalInt await(Answer wanted, Duration timeout) throws DeviceFault {
        long end = System.nanoTime() + timeout.toNanos();
        int heard = 0;
        while (wanted != Answer.IN_TURN || inTurn.isEmpty()) {
            long left = end - System.nanoTime();
            byte[] bytes = left > 0 ? wire.read(1, Duration.ofNanos(left)) : new byte[0];
            if (bytes.length == 0) {
                return OptionalInt.empty();
            }
            int status = bytes[0] & 0xFF;
            if (isRealtime(status) && wanted == Answer.REALTIME) {
                return OptionalInt.of(status);
            }
            keepInTurn(status);
            heard = noise(heard + 1);
        }
        OptionalInt answer = inTurn;
        inTurn = OptionalInt.empty();
        return answer;
    }

    private static boolean isRealtime(int status) {
        return (status & 0x93) == 0x12;
    }

    private void keepInTurn(int status) {
        if (isRealtime(status)) {
            return;
        }
        if (automatic > 0) {
            automatic--;
        } else if ((status & 0x93) == 0x10) {
            automatic = 3;
        } else if ((status & 0x90) == 0) {
            inTurn = OptionalInt.of(status);
        }
    }

    private int noise(int heard) throws DeviceFault {
        if (heard > NOISE) {
            throw new DeviceFault(Kind.PROTOCOL, wire.name() + " sends what no ESC/POS printer would");
        }
        return heard;
    }
}
