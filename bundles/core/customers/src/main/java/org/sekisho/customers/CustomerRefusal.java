package org.sekisho.customers;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Said no to; the message is a sentence for the person who asked. */
public final class CustomerRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** The sentences stand in {@code refusals.properties}, one for each constant. */
    public enum Reason {
        NOT_ALLOWED(false),
        NO_SUCH_CUSTOMER(true),
        NAME_OR_PHONE_MISSING(true),
        TOO_LONG(true),
        UNREADABLE_FIELD(true),
        TOO_FEW_POINTS(true),
        POINTS_OUT_OF_RANGE(true),
        REASON_MISSING(true);

        private final boolean input;

        Reason(boolean input) {
            this.input = input;
        }

        /** Whether what was asked makes no sense (exit code 2); otherwise it is not for this operator (3). */
        public boolean isInput() {
            return input;
        }

        String sentence(Locale locale, List<Object> facts) {
            ResourceBundle sentences = ResourceBundle.getBundle(
                    "org.sekisho.customers.refusals",
                    locale,
                    Reason.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(sentences.getString(name()), locale)
                    .format(facts.stream().map(Object::toString).toArray());
        }
    }

    private final Reason reason;
    private final transient List<Object> facts;

    public CustomerRefusal(Reason reason, Object... facts) {
        super(reason.sentence(Locale.ENGLISH, List.of(facts)));
        this.reason = reason;
        this.facts = List.of(facts);
    }

    /** Stable, for programs. */
    public Reason reason() {
        return reason;
    }

    /** The same sentence in the reader's language: Japanese or English. */
    public String sentence(Locale locale) {
        return reason.sentence(locale, facts);
    }
}
