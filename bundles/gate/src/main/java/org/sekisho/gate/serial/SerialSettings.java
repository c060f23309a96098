package org.sekisho.gate.serial;

/**
 * How a serial line is set.
 *
 * @param baud bits a second
 * @param data bits of a character, 7 or 8
 * @param stop stop bits, 1 or 2
 */
public record SerialSettings(int baud, int data, int stop, Parity parity, Flow flow) {

    /** The bit that guards a character. */
    public enum Parity {
        NONE,
        EVEN,
        ODD
    }

    /** How the other side says that it can take no more. */
    public enum Flow {
        NONE,
        RTSCTS,
        DSRDTR,
        XONXOFF
    }
}
