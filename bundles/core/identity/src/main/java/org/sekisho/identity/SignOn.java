package org.sekisho.identity;

/** What became of a sign-on. */
public sealed interface SignOn {

    /** Signed on; {@link Operator#mustChangePassword()} tells whether only {@code passwd} is open to them. */
    record Accepted(Operator operator) implements SignOn {}

    /** The password was right; they have a {@linkplain OneTimeCodes code} too, and none was given. No try is counted. */
    record CodeNeeded(Sentence sentence) implements SignOn {}

    /** @param sentence says no more than it may: unknown name, wrong password and locked name read alike */
    record Refused(Sentence sentence) implements SignOn {}
}
