package org.sekisho.identity.password;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.identity.Sentence;

/** What a store asks of passwords and sign-on; {@code signOn.profile} of store.json names one. */
public enum Profile {

    /**
     * The rule that shops in Japan are given: twelve characters of four classes, no simple word, no run, changed regularly, not used
     * again. Lock-out as PCI DSS has it, since the rule itself says nothing of it.
     */
    SOURCE_JP(
            "source-jp",
            List.of(
                    Rules.atLeast(12),
                    Rules.notTooLong(),
                    Rules.digit(),
                    Rules.symbol(),
                    Rules.upperCase(),
                    Rules.lowerCase(),
                    Rules.noRun(4),
                    Rules.noSimpleWord(),
                    Rules.notKnown(6),
                    Rules.noName()),
            24,
            Optional.of(Duration.ofDays(90))),

    /** PCI DSS 4.0.1: 8.3.6 (length, classes), 8.3.7 (history), 8.3.9 (90 days), 8.3.4 (ten tries, thirty minutes). */
    PCI_90DAY(
            "pci-90day",
            List.of(
                    Rules.atLeast(12),
                    Rules.notTooLong(),
                    Rules.digit(),
                    Rules.letter(),
                    Rules.notKnown(6),
                    Rules.moreThanCommonWords(6)),
            4,
            Optional.of(Duration.ofDays(90))),

    /** NIST SP 800-63B-4, 3.1.1.2, single factor: length and a blocklist; no classes, no expiry. */
    NIST(
            "nist",
            List.of(Rules.atLeast(15), Rules.notTooLong(), Rules.notKnown(6), Rules.moreThanCommonWords(6)),
            1,
            Optional.empty());

    /** Wrong passwords after which a name is locked. */
    private static final int TRIES = 10;

    private static final Duration LOCK = Duration.ofMinutes(30);

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of of immutable rules
    private final List<Rule> rules;

    private final int history;

    @SuppressWarnings("ImmutableEnumChecker") // of an immutable Duration
    private final Optional<Duration> life;

    Profile(String word, List<Rule> rules, int history, Optional<Duration> life) {
        this.word = word;
        this.rules = rules;
        this.history = history;
        this.life = life;
    }

    /** The profile of that name. */
    public static Optional<Profile> named(String word) {
        return Stream.of(values()).filter(p -> p.word.equals(word)).findFirst();
    }

    /** What store.json and people call it. */
    public String word() {
        return word;
    }

    /** How many passwords, the present one among them, may not come again. */
    public int history() {
        return history;
    }

    /** How long a password lasts; empty when for ever. */
    public Optional<Duration> life() {
        return life;
    }

    /** How many wrong passwords lock a name. */
    public int tries() {
        return TRIES;
    }

    /** How long a name stays locked. */
    public Duration lock() {
        return LOCK;
    }

    /** Every rule that the password does not meet; history is not looked at here. */
    public List<Sentence> broken(NewPassword password, NamesAround names) {
        return rules.stream()
                .filter(rule -> !rule.isMetBy(password, names))
                .map(Rule::sentence)
                .toList();
    }

    /** What is said of a password that was used before. */
    public Sentence usedBefore() {
        return new Sentence("password.history", Integer.toString(history));
    }

    /** Everything that is asked, to be shown before a password is typed. */
    public List<Sentence> sentences() {
        Stream<Sentence> always = rules.stream().map(Rule::sentence);
        Stream<Sentence> expiry = life.stream().map(l -> new Sentence("password.expires", Long.toString(l.toDays())));
        return Stream.of(always, Stream.of(usedBefore()), expiry)
                .flatMap(s -> s)
                .toList();
    }
}
