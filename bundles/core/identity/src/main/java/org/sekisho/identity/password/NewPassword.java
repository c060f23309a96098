package org.sekisho.identity.password;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
        if (IntStream.range(0, password.length).allMatch(i -> password[i] < 0x80)) {
            return new NewPassword(
                    IntStream.range(0, password.length).map(i -> password[i]).toArray());
        }
        // The JDK normalises into a String, which cannot be zeroed; ASCII is its own NFKC form and goes past it.
        return new NewPassword(Normalizer.normalize(CharBuffer.wrap(password), Form.NFKC)
                .codePoints()
                .toArray());
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
