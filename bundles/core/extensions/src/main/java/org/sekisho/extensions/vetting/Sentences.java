package org.sekisho.extensions.vetting;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.gate.view.Refusal;
import org.sekisho.plugin.rules.Breach;

/** Says findings in one language. What comes from a jar is shown without anything that could steer a terminal. */
final class Sentences {

    private static final int LONGEST = 120;

    private final ResourceBundle texts;
    private final Locale locale;

    Sentences(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "org.sekisho.extensions.vetting.refusals",
                locale,
                Sentences.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Refusal refusal(Finding finding, String subject, Instant time) {
        return new Refusal(
                finding.code(),
                plain(subject),
                say(finding.key(), finding.arguments()),
                texts.getString("sales"),
                texts.getString("mend." + finding.code()),
                time);
    }

    String say(String key, List<String> arguments) {
        List<String> shown = arguments.stream().map(Sentences::plain).toList();
        try {
            return texts.containsKey(key)
                    ? new MessageFormat(texts.getString(key), locale).format(shown.toArray())
                    : new Breach(key, shown).sentence(locale);
        } catch (MissingResourceException e) {
            return key + " " + String.join(" ", shown);
        }
    }

    /** Controls and marks of direction become question marks; what is long loses its middle. */
    static String plain(String text) {
        String shown = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int half = LONGEST / 2;
        return shown.length() <= LONGEST
                ? shown
                : shown.substring(0, half) + "…" + shown.substring(shown.length() - half);
    }
}
