package org.sekisho.web.http;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What people read, in Japanese or English. */
public final class Texts {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    private Texts() {}

    /** The sentence of that key; English where there is none in the language. */
    public static String of(String key, Locale language, Object... facts) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.sekisho.web.messages",
                language,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), Locale.ROOT)
                .format(Arrays.stream(facts).map(String::valueOf).toArray());
    }

    /** Which of the two an {@code Accept-Language} header prefers; English where it says neither. */
    public static Locale preferred(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(LanguageRange.parse(header), LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
