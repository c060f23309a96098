package org.sekisho.identity.password;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sekisho.identity.Sentence;

/** What every profile asks of a quick PIN: 4 to 12 digits that are not the first that somebody would try. */
public final class PinRule {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 12;
    private static final int DIGITS = 10;
    private static final char[] DOWN = {'2', '5', '8', '0'};
    private static final char[] UP = {'0', '8', '5', '2'};

    private PinRule() {}

    /** The rules that a PIN breaks. */
    public static List<Sentence> broken(char[] pin) {
        List<Sentence> broken = new ArrayList<>();
        boolean digits = true;
        for (char c : pin) {
            digits &= c >= '0' && c <= '9';
        }
        if (!digits || pin.length < SHORTEST || pin.length > LONGEST) {
            broken.add(new Sentence("pin.digits", Integer.toString(SHORTEST), Integer.toString(LONGEST)));
        } else if (isRun(pin) || isRepeated(pin) || isDownTheKeypad(pin)) {
            broken.add(new Sentence("pin.simple"));
        }
        return broken;
    }

    /** Each digit the same step from the one before: 0000, 1234, 9753; 9 goes on at 0. */
    private static boolean isRun(char[] pin) {
        int step = (pin[1] - pin[0] + DIGITS) % DIGITS;
        boolean same = true;
        for (int i = 1; i < pin.length; i++) {
            same &= (pin[i] - pin[i - 1] + DIGITS) % DIGITS == step;
        }
        return same;
    }

    /** One pair again and again: 1212. */
    private static boolean isRepeated(char[] pin) {
        boolean same = true;
        for (int i = 2; i < pin.length; i++) {
            same &= pin[i] == pin[i - 2];
        }
        return same;
    }

    private static boolean isDownTheKeypad(char[] pin) {
        return Arrays.equals(pin, DOWN) || Arrays.equals(pin, UP);
    }
}
