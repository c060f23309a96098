package org.sekisho.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sekisho.journal.Verification.Broken;
import org.sekisho.journal.Verification.Whole;

class ExportedJournalTest {

    private static final Instant TIME = Instant.parse("2026-04-01T00:00:00Z");

    /** Two lines whose hashes were computed by other means than this code. */
    @Test
    void theGoldenExportHolds() throws Exception {
        byte[] golden;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("golden.jsonl"))) {
            golden = in.readAllBytes();
        }
        assertThat(verify(golden))
                .isEqualTo(new Whole(
                        2,
                        Collections.singletonMap(
                                "1", "fe7c68cce89bea5b79b7361cbea8a1cb2bb709e7bbf484c74abaea3d64a30ebd")));
    }

    @Test
    void aWholeExportHolds() throws Exception {
        assertThat(verify(export(5))).isInstanceOf(Whole.class);
        assertThat(verify(List.of())).isEqualTo(new Whole(0, Collections.emptyMap()));
    }

    @Test
    void everySingleFlippedBitIsFound() throws Exception {
        byte[] file = bytes(export(3));
        for (int at = 0; at < file.length - 1; at++) {
            for (int bit = 0; bit < 8; bit++) {
                file[at] ^= (byte) (1 << bit);
                assertThat(verify(file)).as("byte %d bit %d", at, bit).isInstanceOf(Broken.class);
                file[at] ^= (byte) (1 << bit);
            }
        }
    }

    @Test
    void everyRemovedEntryIsNamed() throws Exception {
        for (int gone = 0; gone < 5; gone++) {
            List<String> lines = export(6);
            lines.remove(gone);
            assertThat(verify(lines))
                    .isInstanceOfSatisfying(
                            Broken.class, broken -> assertThat(broken.why()).contains("missing"));
            assertThat(seq(verify(lines))).isEqualTo(gone + 1);
        }
    }

    @Test
    void aTruncatedBeginningIsNamed() throws Exception {
        List<String> lines = export(6);
        assertThat(verify(lines.subList(3, 6)))
                .isEqualTo(new Broken("1", 1, "the beginning was cut off: entries 1 to 3 are missing"));
    }

    @Test
    void reorderedEntriesAreNamed() throws Exception {
        List<String> lines = export(6);
        Collections.swap(lines, 2, 3);
        assertThat(verify(lines)).isEqualTo(new Broken("1", 3, "reordered: it stands after entry 4"));
    }

    @Test
    void aRepeatedEntryIsNamed() throws Exception {
        List<String> lines = export(3);
        lines.add(lines.get(1));
        assertThat(verify(lines)).isEqualTo(new Broken("1", 2, "reordered or repeated: it stands after entry 3"));
    }

    @Test
    void anEntryHashedAnewIsNamed() throws Exception {
        List<String> lines = export(6);
        Entry third = EntryFormat.read(lines.get(2));
        lines.set(2, EntryFormat.line(entry(3, 999, third.prev())));
        assertThat(verify(lines)).isEqualTo(new Broken("1", 3, "rewritten: entry 4 was chained to another one"));
    }

    @Test
    void anEntryHashedAnewWithAnotherPrevIsNamed() throws Exception {
        List<String> lines = export(6);
        lines.set(2, EntryFormat.line(entry(3, 999, "a".repeat(64))));
        assertThat(verify(lines)).isEqualTo(new Broken("1", 3, "rewritten: its links fit on neither side"));
    }

    @Test
    void aChainDoesNotBeginOnAnother() throws Exception {
        assertThat(seq(verify(List.of(EntryFormat.line(entry(1, 1, "a".repeat(64)))))))
                .isEqualTo(1);
    }

    @Test
    void aTailThatWasCutOffIsOnlySeenByAnAnchor() throws Exception {
        List<String> lines = export(6);
        Anchor anchor = anchor(lines.get(5));
        List<String> cut = lines.subList(0, 4);
        assertThat(verify(cut)).isInstanceOf(Whole.class);
        assertThat(verify(bytes(cut), anchor)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.seq()).isEqualTo(5);
            assertThat(broken.why()).contains("tail was cut off", "rolled back");
        });
        assertThat(verify(bytes(lines), anchor)).isInstanceOf(Whole.class);
    }

    @Test
    void aChainThatGrewAnewAfterARollBackIsSeenByAnAnchor() throws Exception {
        List<String> lines = export(6);
        List<String> other = new ArrayList<>(lines.subList(0, 3));
        String prev = EntryFormat.read(other.get(2)).hash();
        for (int seq = 4; seq <= 9; seq++) {
            Entry entry = entry(seq, 1000 + seq, prev);
            other.add(EntryFormat.line(entry));
            prev = entry.hash();
        }
        assertThat(verify(other)).isInstanceOf(Whole.class);
        assertThat(verify(bytes(other), anchor(lines.get(5))))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.why()).contains("anchor"));
    }

    @Test
    void aLaneThatIsGoneIsSeenByAnAnchor() throws Exception {
        Anchor anchor = new Anchor("2", 7, "a".repeat(64), TIME);
        assertThat(verify(bytes(export(2)), anchor))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.lane()).isEqualTo("2"));
    }

    @Test
    void anAnchorReadsBackFromItsLine() {
        Anchor anchor = new Anchor("1", 42, "0123456789abcdef".repeat(4), Instant.parse("2026-04-01T01:02:03.040Z"));
        assertThat(anchor.toJson())
                .isEqualTo("{\"hash\":\"" + anchor.hash()
                        + "\",\"lane\":\"1\",\"seq\":42,\"time\":\"2026-04-01T01:02:03.040Z\"}");
        assertThat(AnchorLine.of(anchor.toJson()).anchor()).isEqualTo(anchor);
        String ofNothing = new Anchor("1", 0, EntryFormat.NO_PREV, anchor.time()).toJson();
        assertThatIllegalArgumentException().isThrownBy(() -> AnchorLine.of(ofNothing));
    }

    private static List<String> export(int entries) {
        List<String> lines = new ArrayList<>();
        String prev = EntryFormat.NO_PREV;
        for (int seq = 1; seq <= entries; seq++) {
            Entry entry = entry(seq, 100L * seq, prev);
            lines.add(EntryFormat.line(entry));
            prev = entry.hash();
        }
        return lines;
    }

    private static Entry entry(long seq, long total, String prev) {
        JsonObject payload = new JsonObject();
        payload.addProperty("total", total);
        payload.addProperty("name", "茶");
        return EntryFormat.seal(
                seq, "1", TIME.plusSeconds(seq), "SaleClosed", payload, CanonicalJson.write(payload), prev);
    }

    private static Anchor anchor(String line) {
        Entry entry = EntryFormat.read(line);
        return new Anchor(entry.lane(), entry.seq(), entry.hash(), TIME);
    }

    private static long seq(Verification verification) {
        return ((Broken) verification).seq();
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Verification verify(List<String> lines) throws IOException {
        return verify(lines.isEmpty() ? new byte[0] : bytes(lines));
    }

    private static Verification verify(byte[] file, Anchor... anchors) throws IOException {
        InputStreamReader text = new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8);
        return ExportedJournal.verify(new BufferedReader(text), List.of(anchors));
    }
}
