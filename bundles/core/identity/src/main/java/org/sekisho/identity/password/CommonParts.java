package org.sekisho.identity.password;

import java.util.List;
import java.util.stream.Stream;

/** What is left of a password when everything is taken out that a guesser tries first. */
final class CommonParts {

    /** Shorter runs hide nothing worth finding. */
    private static final int SHORTEST_RUN = 3;

    private CommonParts() {}

    /** The fewest characters that no listed word, no name and no run accounts for, over all ways to take it apart. */
    static int charactersBeside(NewPassword password, NamesAround names) {
        List<String> words =
                Stream.concat(Blocklist.WORDS.stream(), names.words().stream()).toList();
        int length = password.length();
        int[] left = new int[length + 1];
        for (int i = length - 1; i >= 0; i--) {
            left[i] = 1 + left[i + 1];
            int run = Runs.lengthAt(password, i);
            if (run >= SHORTEST_RUN) {
                left[i] = Math.min(left[i], left[i + run]);
            }
            for (String word : words) {
                if (password.hasWordAt(i, word)) {
                    left[i] = Math.min(left[i], left[i + word.codePointCount(0, word.length())]);
                }
            }
        }
        return left[0];
    }
}
