package org.sekisho.identity.password;

import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sekisho.identity.Sentence;

/** The rules that profiles are put together from. */
final class Rules {

    /** Far above any phrase that a person types; keeps the cost of hashing bounded. */
    private static final int LONGEST = 128;

    private Rules() {}

    static Rule atLeast(int characters) {
        return rule((p, n) -> p.length() >= characters, "password.length", characters);
    }

    static Rule notTooLong() {
        return rule((p, n) -> p.length() <= LONGEST, "password.too-long", LONGEST);
    }

    static Rule digit() {
        return holds("password.digit", Character::isDigit);
    }

    static Rule letter() {
        return holds("password.letter", Character::isLetter);
    }

    static Rule upperCase() {
        return holds("password.upper", Character::isUpperCase);
    }

    static Rule lowerCase() {
        return holds("password.lower", Character::isLowerCase);
    }

    static Rule symbol() {
        return holds("password.symbol", c -> !Character.isLetterOrDigit(c) && !Character.isWhitespace(c));
    }

    /** No 1234, dcba, aaaa or qwer of that many characters. */
    static Rule noRun(int characters) {
        return rule(
                (p, n) -> IntStream.range(0, p.length()).allMatch(i -> Runs.lengthAt(p, i) < characters),
                "password.run",
                characters);
    }

    static Rule noSimpleWord() {
        return rule((p, n) -> Blocklist.WORDS.stream().noneMatch(p::hasWord), "password.word");
    }

    static Rule noName() {
        return rule((p, n) -> n.words().stream().noneMatch(p::hasWord), "password.name");
    }

    /** None of the passwords that people use most, nor one with fewer characters around it. */
    static Rule notKnown(int characters) {
        return rule((p, n) -> !CommonPasswords.areNearlyAllOf(p, characters), "password.known", characters);
    }

    /** Common words are allowed, but must not be all there is. */
    static Rule moreThanCommonWords(int characters) {
        return rule((p, n) -> CommonParts.charactersBeside(p, n) >= characters, "password.common", characters);
    }

    private static Rule holds(String key, IntPredicate kind) {
        return rule((p, n) -> p.holds(kind), key);
    }

    private static Rule rule(BiPredicate<NewPassword, NamesAround> isMet, String key, int... numbers) {
        Sentence sentence = new Sentence(
                key, IntStream.of(numbers).mapToObj(Integer::toString).toList());
        return new Rule() {
            @Override
            public boolean isMetBy(NewPassword password, NamesAround names) {
                return isMet.test(password, names);
            }

            @Override
            public Sentence sentence() {
                return sentence;
            }
        };
    }
}
