package org.sekisho.plugin.rules;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * A rule that a plugin's manifest breaks.
 *
 * @param key names the sentence, stable: {@code plugin.import}
 * @param arguments fill the sentence; they come from the jar and are not to be trusted
 */
public record Breach(String key, List<String> arguments) {

    public Breach {
        arguments = List.copyOf(arguments);
    }

    static Breach of(String rule, String... arguments) {
        return new Breach("plugin." + rule, List.of(arguments));
    }

    /** What is wrong, for a person; whoever shows it puts the full stop. */
    public String sentence(Locale language) {
        return say(language, key, arguments.toArray());
    }

    static String say(Locale language, String key, Object... details) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.sekisho.plugin.rules.breaches",
                language,
                Breach.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), language).format(details);
    }
}
