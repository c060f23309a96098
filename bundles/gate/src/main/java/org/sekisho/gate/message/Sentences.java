package org.sekisho.gate.message;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.RefusalCode;

/** Makes a refusal a sentence: what happened, what it means for sales, who can mend it. */
public final class Sentences {

    private final Messages messages;

    public Sentences(Messages messages) {
        this.messages = messages;
    }

    public Refusal of(Refused refused, Instant time) {
        TrustRefusal reason = refused.reason();
        String what = "what." + reason.getClass().getSimpleName();
        return refusal(
                reason.code(),
                reason.subject(),
                messages.say(what, reason.facts().toArray()),
                refused.consequence(),
                reason.getClass().getSimpleName(),
                time);
    }

    /** @param by the symbolic name of the bundle that tried; empty when not known */
    public Refusal sealed(String location, String by, Instant time) {
        return refusal(
                RefusalCode.SEALED,
                location,
                by.isEmpty() ? messages.say("what.Sealed") : messages.say("what.SealedBy", by),
                Consequence.NOTHING_INSTALLED,
                "Sealed",
                time);
    }

    /**
     * A bundle reached for what its listing does not give it.
     *
     * @param deed names the sentence
     */
    public Refusal forbidden(String by, String deed, String subject, Instant time) {
        return refusal(
                RefusalCode.POWERS_EXCEEDED,
                by,
                messages.say("what.deed." + deed, subject),
                Consequence.NOTHING_DONE,
                "Forbidden",
                time);
    }

    /** The disk did not take all of a change that is in force. */
    public String disk(IOException problem) {
        return messages.say("note.disk", String.valueOf(problem.getMessage()));
    }

    /** @param reason chooses who can mend it, where that is not the same for every reason */
    private Refusal refusal(
            RefusalCode code, String subject, String what, Consequence consequence, String reason, Instant time) {
        String key = consequence.name().toLowerCase(Locale.ROOT);
        String special = "mend." + key + "." + reason;
        String mend = messages.say(messages.has(special) ? special : "mend." + key);
        return new Refusal(code, subject, what, messages.say("sales." + key), mend, time);
    }
}
