package org.sekisho.extensions.shop;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What operators read of it, in Japanese or English. */
record Words(ResourceBundle texts) {

    static Words in(Locale language) {
        return new Words(ResourceBundle.getBundle(
                "org.sekisho.extensions.shop.words",
                language,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String say(String key, Object... facts) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(facts);
    }
}
