package org.sekisho.identity.password;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Undoes what people do to a simple word to make it look like a password. The same letter always becomes the same letter. */
final class PlainSpelling {

    private PlainSpelling() {}

    static int of(int codePoint) {
        return switch (codePoint) {
            case '0' -> 'o';
            case '1', '!', '|', 'l', 'L' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            default -> Character.toLowerCase(codePoint);
        };
    }

    static String of(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        Normalizer.normalize(word, Form.NFKC).codePoints().forEach(c -> plain.appendCodePoint(of(c)));
        return plain.toString();
    }
}
