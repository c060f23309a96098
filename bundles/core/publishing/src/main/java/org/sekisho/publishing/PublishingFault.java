package org.sekisho.publishing;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Something was not done, because it must not or cannot be; nothing was changed unless the sentence says so. */
public class PublishingFault extends Exception {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Object[] facts;

    public PublishingFault(String key, Object... facts) {
        super(say(key, facts, Locale.ROOT));
        this.key = key;
        this.facts = facts.clone();
    }

    /** Names the sentence, stable: {@code passphrase.wrong}. */
    public String key() {
        return key;
    }

    /** What happened, what it means, who can mend it. */
    public String sentence(Locale language) {
        return facts == null ? getMessage() : say(key, facts, language);
    }

    private static String say(String key, Object[] facts, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.sekisho.publishing.faults",
                language,
                PublishingFault.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(facts);
    }
}
