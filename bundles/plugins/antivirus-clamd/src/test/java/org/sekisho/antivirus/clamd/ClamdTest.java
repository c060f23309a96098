package org.sekisho.antivirus.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.inspection.Verdict;

/** The protocol, with a peer that misbehaves. */
class ClamdTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void repliesAreReadToTheLetter() {
        assertThat(Reply.of("stream: OK")).isEqualTo(new Reply.Ok());
        assertThat(Reply.of("stream: Win.Test.EICAR_HDB-1 FOUND")).isEqualTo(new Reply.Found("Win.Test.EICAR_HDB-1"));
        assertThat(Reply.of("INSTREAM size limit exceeded. ERROR")).isInstanceOf(Reply.LimitExceeded.class);
        assertThat(Reply.of("COMMAND READ TIMED OUT")).isInstanceOf(Reply.Failed.class);
        assertThat(Reply.of("stream: Can't write to temporary file ERROR")).isInstanceOf(Reply.Failed.class);
        assertThat(Reply.of("")).isInstanceOf(Reply.Failed.class);
        assertThat(Reply.of("OK")).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void replyOfATimeOutEndsInALineFeed() throws IOException {
        try (ScriptedClamd hasty = new ScriptedClamd(stream -> "COMMAND READ TIMED OUT\n")) {
            assertThat(hasty.client(PATIENCE).scan(new byte[] {1}))
                    .isEqualTo(new Reply.Failed("COMMAND READ TIMED OUT"));
        }
    }

    @Test
    void peerThatSaysNothingIsNotWaitedForLongerThanThePatience() throws IOException {
        try (ScriptedClamd silent = new ScriptedClamd(stream -> "")) {
            assertThatThrownBy(() -> silent.client(Duration.ofMillis(100)).scan(new byte[] {1}))
                    .hasMessageContaining("did not answer");
        }
    }

    @Test
    void replyWithoutAnEndIsAFault() throws IOException {
        try (ScriptedClamd endless = new ScriptedClamd(stream -> "x".repeat(10_000))) {
            assertThatThrownBy(() -> endless.client(PATIENCE).scan(new byte[] {1}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no end");
        }
    }

    @Test
    void interruptEndsTheWait() throws IOException {
        try (ScriptedClamd silent = new ScriptedClamd(stream -> "")) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> silent.client(PATIENCE).scan(new byte[] {1}))
                    .isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void engineThatAlwaysSaysOkIsDegraded() throws IOException {
        try (ScriptedClamd pretender = ScriptedClamd.findingNothing()) {
            assertThat(inspector(pretender.address()).inspect("a.txt", new byte[] {1}))
                    .isInstanceOfSatisfying(
                            Verdict.Unavailable.class,
                            verdict -> assertThat(verdict.why())
                                    .startsWith("antivirus degraded: clamd missed the test file"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clamd",
                "unix:relative",
                "tcp://127.0.0.1",
                "tcp://:1",
                "http://127.0.0.1:3310",
                "tcp://a b:1"
            })
    void whatIsNoAddressIsUnavailable(String address) {
        assertThat(inspector(address).inspect("a.txt", new byte[] {1}))
                .isInstanceOfSatisfying(
                        Verdict.Unavailable.class,
                        verdict -> assertThat(verdict.why()).startsWith("clamd does not answer"));
    }

    @Test
    void ageOfTheSignaturesIsSaid() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-13T08:00:00Z"), ZoneOffset.UTC);

        assertThat(EngineText.of("ClamAV 1.4.6/27890/Thu Jan  1 08:00:00 2026", clock))
                .isEqualTo("ClamAV 1.4.6, signatures 27890 (12 days old)");
        assertThat(EngineText.of("ClamAV 1.4.6/27890/Tue Jan 13 07:00:00 2026", clock))
                .isEqualTo("ClamAV 1.4.6, signatures 27890 (0 days old)");
        assertThat(EngineText.of("ClamAV 1.4.6/27890/yesterday", clock)).isEqualTo("ClamAV 1.4.6, signatures 27890");
        assertThat(EngineText.of("ClamAV 1.4.6", clock)).isEqualTo("ClamAV 1.4.6");
    }

    private static ClamdInspector inspector(String address) {
        return new ClamdInspector(List.of(new ClamdAddress(address)), Limits.USUAL, Clock.systemUTC());
    }
}
