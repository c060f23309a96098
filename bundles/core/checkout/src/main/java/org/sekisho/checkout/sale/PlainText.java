package org.sekisho.checkout.sale;

import java.nio.charset.StandardCharsets;

/** Words that came from outside (a plugin, a device, a person), made fit for the journal: whole characters, one line, not endless. */
public final class PlainText {

    private static final int LONGEST = 300;

    private PlainText() {}

    public static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        int end = line.length() <= LONGEST ? line.length() : line.offsetByCodePoints(0, LONGEST / 2);
        String cut = line.substring(0, end);
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8); // a half character becomes "?"
    }
}
