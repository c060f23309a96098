package org.sekisho.plugin.rules;

/** A plugin breaks a rule; the message is for its developer. */
public final class PluginRefused extends Exception {

    private static final long serialVersionUID = 1L;

    PluginRefused(String message) {
        super(message);
    }
}
