package org.sekisho.antivirus.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.inspection.Verdict;

/** What is sent, and what is said to be missed, whatever clamd finds. */
class ExaminationTest {

    private static final byte[] TEXT = "nothing to see".getBytes(StandardCharsets.UTF_8);
    private static final Limits LIMITS = new Limits(3 << 20, 10, 4 << 20, 200, 3);

    private final ScriptedClamd clamd;

    ExaminationTest() throws IOException {
        clamd = ScriptedClamd.findingNothing();
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void wholeFileAndEachEntryInflatedAreSent() throws IOException {
        byte[] inner = Jar.of("c.txt", "deep".getBytes(StandardCharsets.UTF_8));
        byte[] jar = new Jar().with("a.txt", TEXT).with("b.jar", inner).bytes();

        assertThat(examine(jar)).isEmpty();
        assertThat(clamd.streams).containsExactly(jar, TEXT, inner, "deep".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void entriesAreFoundBehindWhateverStandsBeforeTheArchive() throws IOException {
        byte[] jar = concat("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), Jar.of("a.txt", TEXT));

        assertThat(examine(jar)).isEmpty();
        assertThat(clamd.streams).containsExactly(jar, TEXT);
    }

    @Test
    void bombIsNotFullyScanned() throws IOException {
        assertMissed(examine(Jar.of("bomb", new byte[2 << 20])), "bomb inflates to more than 200 times its size");
    }

    @Test
    void entryOverTheLimitIsNotFullyScanned() throws IOException {
        assertMissed(examine(Jar.of("large", new byte[(3 << 20) + 1])), "large is larger than");
    }

    @Test
    void moreEntriesThanTheLimitAreNotFullyScanned() throws IOException {
        Jar jar = new Jar();
        for (int i = 0; i <= LIMITS.entries(); i++) {
            jar.with("e" + i, TEXT);
        }

        assertMissed(examine(jar.bytes()), "e10 and what follows lie beyond 10 entries");
    }

    @Test
    void moreBytesThanTheLimitAreNotFullyScanned() throws IOException {
        byte[] coins = new byte[(2 << 20) + 1];
        Random random = new Random(3);
        for (int i = 0; i < coins.length; i++) {
            coins[i] = (byte) random.nextInt(2);
        }

        assertMissed(examine(new Jar().with("a", coins).with("b", coins).bytes()), "b and what follows lie beyond");
    }

    @Test
    void archivesDeeperThanTheLimitAreNotFullyScanned() throws IOException {
        byte[] jar = TEXT;
        for (int depth = 1; depth <= LIMITS.depth(); depth++) {
            jar = Jar.of("d" + depth, jar);
        }
        assertThat(examine(jar)).isEmpty();

        assertMissed(examine(Jar.of("outer", jar)), "d2 lies deeper than 3 archives");
    }

    @Test
    void damagedArchiveIsNotFullyScanned() throws IOException {
        byte[] jar = new Jar().with("a.txt", TEXT).with("b.txt", TEXT).bytes();

        assertMissed(examine(Arrays.copyOf(jar, jar.length - 30)), "the file is a damaged archive");
        for (int at = jar.length - 22; at < jar.length - 6; at++) {
            byte[] changed = jar.clone();
            changed[at] ^= 1;
            boolean diskNumbers = at >= jar.length - 18 && at < jar.length - 12;
            assertThat(examine(changed).isPresent() || diskNumbers)
                    .as("byte %d", at)
                    .isTrue();
        }
    }

    @Test
    void encryptedEntryIsNotFullyScanned() throws IOException {
        byte[] jar = Jar.of("a.txt", TEXT);
        int central = jar.length - 22 - 46 - "a.txt".length();
        jar[central + 8] |= 1;

        assertMissed(examine(jar), "holds an encrypted entry");
    }

    @Test
    void entryThatLiesAboutItsSizeIsNotFullyScanned() throws IOException {
        byte[] jar = Jar.of("a.txt", TEXT);
        int central = jar.length - 22 - 46 - "a.txt".length();
        jar[central + 24]--;

        assertMissed(examine(jar), "a.txt has another size than the archive says");
    }

    @Test
    void nameOfAnEntryCannotSpeakToTheTerminal() throws IOException {
        assertMissed(examine(Jar.of("\u001b[2Jx", new byte[2 << 20])), "?[2Jx inflates");
    }

    @Test
    void threatOutranksWhatWasMissed() throws IOException {
        try (ScriptedClamd finding = new ScriptedClamd(
                stream -> Arrays.equals(stream, TEXT) ? "stream: Bad.Thing FOUND\0" : "stream: OK\0")) {
            byte[] jar = new Jar()
                    .with("bomb", new byte[2 << 20])
                    .with("a.txt", TEXT)
                    .bytes();

            assertThat(new Examination(finding.client(Duration.ofSeconds(20)), LIMITS).examine(jar))
                    .contains(new Verdict.Infected("Bad.Thing"));
        }
    }

    @Test
    void limitThatClamdReportsIsNotFullyScanned() throws IOException {
        try (ScriptedClamd limited =
                new ScriptedClamd(stream -> "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0")) {
            assertMissed(
                    new Examination(limited.client(Duration.ofSeconds(20)), LIMITS).examine(TEXT),
                    "was not taken by clamd");
        }
    }

    private Optional<Verdict> examine(byte[] content) throws IOException {
        return new Examination(clamd.client(Duration.ofSeconds(20)), LIMITS).examine(content);
    }

    private static void assertMissed(Optional<Verdict> verdict, String why) {
        assertThat(verdict)
                .hasValueSatisfying(missed -> assertThat(missed)
                        .isInstanceOfSatisfying(
                                Verdict.NotFullyScanned.class,
                                partly -> assertThat(partly.why()).contains(why)));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
