package org.sekisho.identity.password;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A password that somebody wants, as code points of its NFKC form (what is hashed); zeroed on close.
 *
 * <p>Words are looked for in its <em>plain spelling</em>: lower-case, with the usual substitutes undone ({@code P4$$w0rd} is
 * {@code password}).
 */
public final class NewPassword implements AutoCloseable {

    private final int[] typed;
    private final int[] lower;
    private final int[] plain;

    private NewPassword(int[] typed) {
        this.typed = typed;
        this.lower = Arrays.stream(typed).map(Character::toLowerCase).toArray();
        this.plain = Arrays.stream(typed).map(PlainSpelling::of).toArray();
    }

    /** The caller still zeroes what it hands in. */
    public static NewPassword of(char[] password) {
        CharSequence text = CharBuffer.wrap(password);
        if (!Normalizer.isNormalized(text, Form.NFKC)) {
            text = Normalizer.normalize(text, Form.NFKC);
        }
        return new NewPassword(text.codePoints().toArray());
    }

    int length() {
        return typed.length;
    }

    boolean holds(IntPredicate kind) {
        return Arrays.stream(typed).anyMatch(kind);
    }

    /** The lower-case code point at that place. */
    int lowerAt(int index) {
        return lower[index];
    }

    boolean isLetterAt(int index) {
        return Character.isLetter(typed[index]);
    }

    /** Whether a word, given in plain spelling, stands at that place. */
    boolean hasWordAt(int index, String word) {
        int end = index;
        for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
            if (end >= plain.length || plain[end] != word.codePointAt(at)) {
                return false;
            }
            end++;
        }
        return true;
    }

    boolean hasWord(String word) {
        for (int i = 0; i < plain.length; i++) {
            if (hasWordAt(i, word)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        Arrays.fill(typed, 0);
        Arrays.fill(lower, 0);
        Arrays.fill(plain, 0);
    }

    @Override
    public String toString() {
        return "NewPassword[…]";
    }
}
