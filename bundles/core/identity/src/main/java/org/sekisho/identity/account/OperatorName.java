package org.sekisho.identity.account;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.identity.Sentence;
import org.sekisho.journal.Fact;

/**
 * How operators are named: 1 to 32 letters of any script, digits, dots and dashes, beginning with a letter or digit; shops register
 * cashiers by name, so 山田花子 is one. Names are compared in their NFKC, lower-case form, without white space around them.
 *
 * <p>So that two names cannot look like one, there is no white space and nothing invisible inside, and scripts do not mix, but for
 * those that are written together (UTS 39, "highly restrictive": Latin with Japanese, Chinese or Korean).
 */
final class OperatorName {

    private static final int LONGEST = 32;

    private static final List<Set<UnicodeScript>> WRITTEN_TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private OperatorName() {}

    /** The form that is compared and kept; empty where no operator can be named so. */
    static Optional<String> normalise(String typed) {
        if (typed.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String folded = Normalizer.normalize(typed, Form.NFKC).toLowerCase(Locale.ROOT);
        String name = Normalizer.normalize(folded, Form.NFKC).strip();
        return Optional.of(name).filter(OperatorName::isWellFormed);
    }

    /** Why no new operator can have that (normalised) name; empty when one can. */
    static Optional<Sentence> objectionTo(String name) {
        return name.equals(Fact.SYSTEM) ? Optional.of(new Sentence("operator.name-reserved", name)) : Optional.empty();
    }

    private static boolean isWellFormed(String name) {
        int length = name.codePointCount(0, name.length());
        return length >= 1
                && length <= LONGEST
                && Character.isLetterOrDigit(name.codePointAt(0))
                && name.codePoints().allMatch(OperatorName::isAllowed)
                && isOneWriting(name);
    }

    private static boolean isAllowed(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '.'
                || c == '-';
    }

    private static boolean isOneWriting(String name) {
        Set<UnicodeScript> scripts = name.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(s -> s != UnicodeScript.COMMON && s != UnicodeScript.INHERITED)
                .collect(Collectors.toSet());
        return scripts.size() <= 1 || WRITTEN_TOGETHER.stream().anyMatch(w -> w.containsAll(scripts));
    }
}
