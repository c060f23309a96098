package org.sekisho.identity.password;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names that a guesser would try first: the operator's and the store's, whole and in parts of three characters and more.
 *
 * @param words in plain spelling
 */
public record NamesAround(List<String> words) {

    private static final int SHORTEST = 3;

    public NamesAround {
        words = List.copyOf(words);
    }

    /** The names around one operator of one store. */
    public static NamesAround of(String operator, String store) {
        return new NamesAround(Stream.of(operator, store)
                .flatMap(name -> Stream.concat(Stream.of(name), Arrays.stream(name.split("[\\s.\\-・]+"))))
                .map(PlainSpelling::of)
                .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
                .distinct()
                .toList());
    }
}
