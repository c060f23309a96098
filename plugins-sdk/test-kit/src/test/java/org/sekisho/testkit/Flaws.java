package org.sekisho.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Each point of a contract has something wrong that breaks it, and whatever is right keeps them all. */
final class Flaws {

    private Flaws() {}

    /**
     * A test for each flaw, and one for the points.
     *
     * @param flaws and the point that each breaks
     * @param outcome the points that something with this flaw does not keep
     */
    static <F extends Enum<F>> Stream<DynamicTest> each(
            Class<?> contract, Map<F, String> flaws, Function<F, Set<String>> outcome) {
        Stream<DynamicTest> broken = flaws.entrySet().stream()
                .map(flaw -> DynamicTest.dynamicTest(
                        flaw.getKey() + " breaks " + flaw.getValue(),
                        () -> assertThat(outcome.apply(flaw.getKey())).contains(flaw.getValue())));
        DynamicTest whole = DynamicTest.dynamicTest(
                "every point has a flaw that breaks it",
                () -> assertThat(new TreeSet<>(flaws.values())).isEqualTo(Outcome.points(contract)));
        return Stream.concat(broken, Stream.of(whole));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] utf8(char[] text) {
        return CharBuffer.wrap(text).toString().getBytes(UTF_8);
    }
}
