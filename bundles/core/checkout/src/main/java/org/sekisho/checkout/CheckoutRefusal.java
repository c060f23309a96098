package org.sekisho.checkout;

import java.util.List;
import java.util.Locale;

/** The till says no; the message is a sentence for the person who asked. */
public final class CheckoutRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whose move it is. */
    public enum Kind {
        /** What was asked makes no sense: unknown code, no such line, no number (exit code 2). */
        INPUT,
        /** It makes sense, but not for this operator, or not now (exit code 3). */
        NOT_PERMITTED
    }

    private final Refusal refusal;
    private final transient List<Object> facts;

    public CheckoutRefusal(Refusal refusal, Object... facts) {
        super(refusal.sentence(Locale.ENGLISH, List.of(facts)));
        this.refusal = refusal;
        this.facts = List.of(facts);
    }

    public Kind kind() {
        return refusal.kind();
    }

    /** Stable, for programs. */
    public Refusal refusal() {
        return refusal;
    }

    /** The same sentence in the reader's language: Japanese or English. */
    public String sentence(Locale locale) {
        return refusal.sentence(locale, facts);
    }
}
