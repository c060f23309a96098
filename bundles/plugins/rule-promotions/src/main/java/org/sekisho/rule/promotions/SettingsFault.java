package org.sekisho.rule.promotions;

/** What promotions.json says cannot be taken; the message is a sentence for the person who wrote it. */
final class SettingsFault extends Exception {

    private static final long serialVersionUID = 1L;

    SettingsFault(String message) {
        super(message);
    }

    SettingsFault(String message, Throwable cause) {
        super(message, cause);
    }
}
