package org.sekisho.identity;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Something said to a person, in English or Japanese.
 *
 * @param key stable, for a face with words of its own: {@code password.too-short}
 * @param arguments what the sentence names: numbers, an operator's name; never a password or a part of one
 */
public record Sentence(String key, List<String> arguments) {

    private static final String WORDS = "org.sekisho.identity.sentences";

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    public Sentence(String key, String... arguments) {
        this(key, List.of(arguments));
    }

    /** The sentence in that language; English where there is none. */
    public String in(Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                WORDS,
                locale,
                Sentence.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments.toArray());
    }
}
