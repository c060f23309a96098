package org.sekisho.journal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.AnchorLine;
import org.sekisho.journal.EntryFormat;
import org.sekisho.journal.Fact;
import org.sekisho.journal.fixture.FixedHome;
import org.sekisho.journal.fixture.HandClock;
import org.sekisho.journal.fixture.MemoryDatabase;

/** {@code docs/journal/verify.py}, which was written from the description of the format alone, judges what the journal exports. */
class VerifyScriptTest {

    private static final Path SCRIPT = Path.of("../../../docs/journal/verify.py");

    @TempDir
    Path folder;

    private List<String> export;
    private AnchorLine.Signed anchor;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void exportADay() throws Exception {
        assumeTrue(isThere("python3"), "python3 is not there");
        HandClock clock = new HandClock("2026-04-01T01:23:45.678Z");
        try (MemoryDatabase database = new MemoryDatabase(new JournalSchema())) {
            LaneJournal journal = new LaneJournal(database, FixedHome.japanese(), clock);
            for (int i = 1; i <= 6; i++) {
                journal.record(new Fact("SaleClosed", 1, "hanako", details(i)));
            }
            try (AnchorKey key = new AnchorKey(new byte[32])) {
                anchor = key.sign(journal.heads().get(0));
            }
            StringBuilder text = new StringBuilder();
            journal.export(text);
            export = new ArrayList<>(text.toString().lines().toList());
        }
    }

    @Test
    void aRealExportHolds() throws Exception {
        assertHolds(verify(export));
        assertHolds(verify(export, anchor.toJsonLine()));
        assertThat(verify(export, anchor.anchor().toJson()).said).contains("anchor 1: unsigned");
    }

    @Test
    void anEditedEntryIsNamed() throws Exception {
        for (String edit :
                List.of("\"total\":301", "\"total\": 300", "\"total\":300.0", "\"total\":300,\"total\":300")) {
            List<String> edited = new ArrayList<>(export);
            edited.set(2, edited.get(2).replace("\"total\":300", edit));
            assertBroken(verify(edited), edit.equals("\"total\":301") ? "lane 1, entry 3: edited" : "line 3: edited");
        }
    }

    @Test
    void removedReorderedAndTruncatedEntriesAreNamed() throws Exception {
        List<String> removed = new ArrayList<>(export);
        removed.remove(2);
        assertBroken(verify(removed), "lane 1, entry 3: removed or reordered");
        List<String> reordered = new ArrayList<>(export);
        Collections.swap(reordered, 2, 3);
        assertBroken(verify(reordered), "lane 1, entry 3: removed or reordered");
        assertBroken(verify(export.subList(2, 6)), "lane 1, entry 1: removed or reordered");
        List<String> cut = export.subList(0, 4);
        assertHolds(verify(cut));
        assertBroken(verify(cut, anchor.toJsonLine()), "lane 1, entry 5: cut off or rolled back");
        assertBroken(verify(List.of(), anchor.toJsonLine()), "lane 1, entry 1: cut off or rolled back");
    }

    @Test
    void anAnchorOfAnotherHistoryIsFound() throws Exception {
        String other = anchor.anchor().toJson().replace(anchor.anchor().hash(), "a".repeat(64));
        assertBroken(verify(export, other), "lane 1, entry 6: rewritten");
    }

    @Test
    void aForgedAnchorIsFound() throws Exception {
        assumeTrue(isThere("openssl"), "openssl is not there");
        String forged = anchor.toJsonLine().replace("\"seq\":6", "\"seq\":5");
        assertBroken(verify(export, forged), "anchor 1: forged");
        assertThat(verify(export, anchor.toJsonLine()).said).doesNotContain("no way here", "unsigned");
    }

    @Test
    void anAnchorByAnotherKeyIsFoundByTheKeyThatWasNoted() throws Exception {
        assertHolds(run(export, anchor.toJsonLine(), anchor.key()));
        assertBroken(run(export, anchor.toJsonLine(), "a".repeat(64)), "anchor 1: forged");
    }

    @Test
    void opensslTellsWhereThePackageIsNotThere() throws Exception {
        assumeTrue(isThere("openssl"), "openssl is not there");
        withoutThePackage();
        assertHolds(run(export, anchor.toJsonLine(), anchor.key()));
        String forged = anchor.toJsonLine().replace("\"seq\":6", "\"seq\":5");
        assertBroken(run(export, forged, anchor.key()), "anchor 1: forged");
    }

    @Test
    void whatCannotBeCheckedIsNeitherProofNorForged() throws Exception {
        withoutThePackage();
        Path openssl = Files.writeString(folder.resolve("openssl"), "#!/bin/sh\necho unknown option -rawin\nexit 1\n");
        assertThat(openssl.toFile().setExecutable(true)).isTrue();
        environment.put("PATH", folder + ":" + System.getenv("PATH"));
        Verdict pinned = run(export, anchor.toJsonLine(), anchor.key());
        assertThat(pinned.said)
                .contains("signatures could not be checked")
                .doesNotContain("The journal holds", "forged");
        assertThat(pinned.end).isEqualTo(3);
        Verdict unpinned = verify(export, anchor.toJsonLine());
        assertHolds(unpinned);
        assertThat(unpinned.said).contains("anchor 1: no way here to check its signature");
    }

    @Test
    void anAnchorWithoutSignatureIsForgedOnlyAfterASignedOne() throws Exception {
        String earlier = new Anchor(
                        "1",
                        5,
                        EntryFormat.read(export.get(4)).hash(),
                        anchor.anchor().time())
                .toJson();
        Verdict old = run(export, earlier + "\n" + anchor.toJsonLine(), anchor.key());
        assertHolds(old);
        assertThat(old.said).contains("anchor 1: unsigned");
        AnchorLine.Signed signedEarlier;
        try (AnchorKey key = new AnchorKey(new byte[32])) {
            signedEarlier = key.sign(AnchorLine.of(earlier).anchor());
        }
        assertBroken(
                verify(export, anchor.anchor().toJson() + "\n" + signedEarlier.toJsonLine()),
                "anchor 1: forged: its signature was taken off");
    }

    @Test
    void aBlankLineIsRefused() throws Exception {
        List<String> spaced = new ArrayList<>(export);
        spaced.add(3, "");
        assertBroken(verify(spaced), "line 4: edited");
        assertBroken(verify(export, "\n" + anchor.toJsonLine()), "anchor 1: edited");
    }

    /** Python finds this one first, and it does not load. */
    private void withoutThePackage() throws IOException {
        Files.writeString(folder.resolve("cryptography.py"), "raise ImportError\n");
        environment.put("PYTHONPATH", folder.toString());
    }

    private Verdict verify(List<String> lines, String... anchors) throws Exception {
        return run(lines, anchors.length == 0 ? new String[0] : anchors);
    }

    /** @param more an anchor, a key */
    private Verdict run(List<String> lines, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString(), file("export.jsonl", lines)));
        if (more.length > 0) {
            command.add(file("anchors.jsonl", List.of(more[0])));
            command.addAll(Arrays.asList(more).subList(1, more.length));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process python = builder.start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(python.waitFor(), said);
    }

    private String file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines).toString();
    }

    private static void assertHolds(Verdict verdict) {
        assertThat(verdict.said).contains("The journal holds");
        assertThat(verdict.end).isZero();
    }

    private static void assertBroken(Verdict verdict, String why) {
        assertThat(verdict.said).contains("does not hold: " + why);
        assertThat(verdict.end).isEqualTo(1);
    }

    /** Whatever a payload may hold that is written in its own way. */
    private static JsonObject details(int n) {
        JsonObject details = new JsonObject();
        details.addProperty("total", n * 100);
        details.addProperty("name", "緑茶 \"極\" \\ \n\t\b\f\r\u0001\u001f\u007f\u2028 😀");
        details.addProperty("\uffee", "after the next by code point, not by code unit");
        details.addProperty("😀", -298);
        JsonArray mixed = new JsonArray();
        mixed.add(true);
        mixed.add((String) null);
        mixed.add(new JsonObject());
        details.add("mixed", mixed);
        return details;
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private record Verdict(int end, String said) {}
}
