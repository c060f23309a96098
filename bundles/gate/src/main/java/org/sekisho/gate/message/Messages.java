package org.sekisho.gate.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What the gate says, in the reader's language: Japanese where the environment says {@code ja}, else English. */
public final class Messages {

    private final ResourceBundle texts;
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
        // The root texts are the English ones; asking for Locale.ENGLISH would fall back to the machine's own language.
        this.texts = ResourceBundle.getBundle("org.sekisho.gate.message.messages", locale);
    }

    /** @param environment the caller's: {@code LC_ALL}, {@code LC_MESSAGES}, {@code LANG}, the first that is set */
    public static Messages of(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return new Messages(value.startsWith("ja") ? Locale.JAPANESE : Locale.ROOT);
            }
        }
        return new Messages(Locale.ROOT);
    }

    /** In that language; English where there is no other. */
    public static Messages of(Locale locale) {
        return new Messages(locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? Locale.JAPANESE : Locale.ROOT);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    public String say(String key, Object... facts) {
        return new MessageFormat(texts.getString(key), locale).format(facts);
    }
}
