package org.sekisho.checkout.sale;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a suspended sale is recalled by: the lane that set it aside and where its journal says so. Short, and never given twice.
 *
 * @param seq of the entry {@code SaleSuspended}
 */
public record SuspendedId(String lane, long seq) {

    private static final Pattern FORM = Pattern.compile("S(.{1,64})-([1-9][0-9]{0,17})");

    /** Empty when the text is none. */
    public static Optional<SuspendedId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new SuspendedId(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "S" + lane + "-" + seq;
    }
}
