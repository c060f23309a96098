package org.sekisho.antivirus.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.antivirus.clamd.fixture.ClamdServer;
import org.sekisho.antivirus.clamd.fixture.Eicar;
import org.sekisho.api.inspection.Verdict;

/** Against a real clamd. */
class ClamdInspectorTest {

    private static final int MIB = 1 << 20;
    private static final byte[] TEXT = "nothing to see".getBytes(StandardCharsets.UTF_8);

    private static ClamdServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ClamdServer.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void cleanFileNamesTheEngine() throws IOException {
        byte[] jar = new Jar()
                .with("a.txt", TEXT)
                .with("b.txt", TEXT)
                .with("c/", new byte[0])
                .bytes();

        assertThat(inspect(jar))
                .isInstanceOfSatisfying(
                        Verdict.Clean.class, clean -> assertThat(clean.engine()).startsWith("ClamAV "));
    }

    @Test
    void testFileItselfIsFound() {
        assertThat(inspect(Eicar.testFile())).isEqualTo(new Verdict.Infected(ClamdServer.THREAT));
    }

    @Test
    void testFileInAnEntryIsFound() throws IOException {
        byte[] jar =
                new Jar().with("a.txt", TEXT).with("b.txt", Eicar.testFile()).bytes();

        assertThat(inspect(jar)).isEqualTo(new Verdict.Infected(ClamdServer.THREAT));
    }

    @Test
    void testFileInAnEntryIsFoundByAnEngineThatDoesNotUnpack() throws IOException {
        try (ClamdServer plain = ClamdServer.start("ScanArchive no")) {
            Clamd clamd = clamd(plain.address());
            byte[] jar = Jar.of("a.jar", Jar.of("b.txt", Eicar.testFile()));

            assertThat(clamd.scan(jar)).isEqualTo(new Reply.Ok());
            assertThat(new Examination(clamd, Limits.USUAL).examine(jar))
                    .contains(new Verdict.Infected(ClamdServer.THREAT));
        }
    }

    @Test
    void testFileBehindPaddingOfTheLargestEntryIsFound() throws IOException {
        byte[] entry = new byte[Limits.USUAL.largest()];
        new Random(1).nextBytes(entry);
        byte[] threat = Eicar.testFile();
        System.arraycopy(threat, 0, entry, entry.length - threat.length, threat.length);

        assertThat(inspect(entry)).isEqualTo(new Verdict.Infected(ClamdServer.THREAT));
    }

    @Test
    void fileOverOurLimitIsNotFullyScanned() {
        byte[] large = new byte[Limits.USUAL.largest() + 1];

        assertThat(inspect(large))
                .isInstanceOfSatisfying(
                        Verdict.NotFullyScanned.class,
                        verdict -> assertThat(verdict.why()).contains("the file is larger than"));
    }

    @Test
    void fileOverTheStreamLimitIsNotFullyScanned() throws IOException {
        try (ClamdServer small = ClamdServer.start("StreamMaxLength 1M")) {
            Clamd clamd = clamd(small.address());
            byte[] large = new byte[8 * MIB];
            new Random(2).nextBytes(large);

            assertThat(clamd.scan(large)).isInstanceOf(Reply.LimitExceeded.class);
            assertThat(new Examination(clamd, Limits.USUAL).examine(large))
                    .hasValueSatisfying(verdict -> assertThat(verdict).isInstanceOf(Verdict.NotFullyScanned.class));
        }
    }

    @Test
    void clamdThatWasStoppedIsUnavailable() throws IOException {
        ClamdServer mortal = ClamdServer.start();
        ClamdInspector inspector = inspector(mortal.address());
        assertThat(inspector.inspect("a.txt", TEXT)).isInstanceOf(Verdict.Clean.class);

        mortal.close();

        assertThat(inspector.inspect("a.txt", TEXT))
                .isInstanceOfSatisfying(
                        Verdict.Unavailable.class,
                        verdict -> assertThat(verdict.why()).contains(mortal.address()));
    }

    @Test
    void clamdKilledInMidStreamIsAFault() throws IOException {
        try (ClamdServer mortal = ClamdServer.start();
                Conversation conversation =
                        Conversation.open(new ClamdAddress(mortal.address()).socketAddress(), Duration.ofSeconds(20))) {
            conversation.send(ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            conversation.send(ByteBuffer.allocate(1000).putInt(0, 100_000));
            mortal.kill();

            assertThatThrownBy(conversation::reply).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nobodyThereIsUnavailable(@TempDir Path folder) {
        assertThat(inspector("unix:" + folder.resolve("none")).inspect("a.txt", TEXT))
                .isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    void firstAddressThatAnswersIsUsed(@TempDir Path folder) {
        ClamdInspector inspector = new ClamdInspector(
                List.of(new ClamdAddress("unix:" + folder.resolve("none")), new ClamdAddress(server.address())),
                Limits.USUAL,
                Clock.systemUTC());

        assertThat(inspector.inspect("a.txt", TEXT)).isInstanceOf(Verdict.Clean.class);
    }

    private static Verdict inspect(byte[] content) {
        byte[] before = content.clone();
        Verdict verdict = inspector(server.address()).inspect("file", content);
        assertThat(Arrays.equals(content, before)).as("left as it was").isTrue();
        return verdict;
    }

    private static ClamdInspector inspector(String address) {
        return new ClamdInspector(List.of(new ClamdAddress(address)), Limits.USUAL, Clock.systemUTC());
    }

    private static Clamd clamd(String address) {
        return new Clamd(new ClamdAddress(address).socketAddress(), Duration.ofSeconds(60));
    }
}
