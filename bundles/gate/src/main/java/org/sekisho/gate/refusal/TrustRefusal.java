package org.sekisho.gate.refusal;

import java.util.List;
import org.sekisho.gate.view.RefusalCode;

/** Something is not trusted. Each reason is a type of its own and holds its facts; {@code getMessage()} is for logs only. */
public abstract sealed class TrustRefusal extends Exception
        permits ApprovalsLocked,
                BelowThreshold,
                ClockBehind,
                Expired,
                ForbiddenHeader,
                MalformedDocument,
                MissingFile,
                NeedsNewerRegister,
                NoReplacement,
                NotAdded,
                NotApproved,
                NotApprover,
                NotListed,
                NotStopped,
                OfTheRegister,
                Revoked,
                RolledBack,
                StartTimedOut,
                Unresolved,
                WithoutPostQuantum,
                WantsMore,
                WrongDigest,
                WrongVersion {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final String subject;
    private final List<String> facts;

    TrustRefusal(RefusalCode code, String subject, Object... facts) {
        super(code + " " + subject + " " + List.of(facts));
        this.code = code;
        this.subject = subject;
        this.facts = List.of(facts).stream().map(Object::toString).toList();
    }

    public RefusalCode code() {
        return code;
    }

    /** The file, document or bundle. */
    public String subject() {
        return subject;
    }

    /** What the sentence for a person is filled with. */
    public List<String> facts() {
        return facts;
    }
}
