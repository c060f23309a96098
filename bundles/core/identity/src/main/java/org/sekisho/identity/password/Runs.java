package org.sekisho.identity.password;

import java.util.List;

/**
 * Runs that a finger or a child can say: 1234, dcba, aaaa, qwer, and down the keys 1qaz, in either direction and in either case; the row of
 * digits also with Shift, as American and Japanese keyboards have it.
 */
final class Runs {

    private static final List<String> KEYS = List.of(
            "1234567890-",
            "qwertyuiop",
            "asdfghjkl;",
            "zxcvbnm,./",
            "!@#$%^&*()",
            "!\"#$%&'()",
            "1qaz",
            "2wsx",
            "3edc",
            "4rfv",
            "5tgb",
            "6yhn",
            "7ujm",
            "8ik,",
            "9ol.",
            "0p;/");

    private Runs() {}

    /** How many characters the run beginning at that place has; 1 when the next one does not go on from it. */
    static int lengthAt(NewPassword password, int index) {
        int longest = 1;
        for (Step step : Step.values()) {
            int end = index + 1;
            while (end < password.length() && step.leads(password.lowerAt(end - 1), password.lowerAt(end))) {
                end++;
            }
            longest = Math.max(longest, end - index);
        }
        return longest;
    }

    /** From one character of a run to the next; a run keeps one step. */
    private enum Step {
        SAME {
            @Override
            boolean leads(int from, int to) {
                return from == to;
            }
        },
        UP {
            @Override
            boolean leads(int from, int to) {
                return to == from + 1 && Character.isLetterOrDigit(from) && Character.isLetterOrDigit(to);
            }
        },
        DOWN {
            @Override
            boolean leads(int from, int to) {
                return UP.leads(to, from);
            }
        },
        KEYS_ON {
            @Override
            boolean leads(int from, int to) {
                return KEYS.stream().anyMatch(keys -> {
                    int at = keys.indexOf(from);
                    return at >= 0 && at + 1 < keys.length() && keys.charAt(at + 1) == to;
                });
            }
        },
        KEYS_BACK {
            @Override
            boolean leads(int from, int to) {
                return KEYS_ON.leads(to, from);
            }
        };

        abstract boolean leads(int from, int to);
    }
}
