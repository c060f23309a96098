package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.distribution.Candidate;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.distribution.Installation;

/** Lists that somebody changed, or set back: those that last ran well stay in force. Without any, nothing starts. */
class MetadataIT {

    private static final String TIMESTAMP = "metadata/timestamp.json";
    private static final String KEPT = "The last good lists stay in force; sales continue.";

    @TempDir
    static Path folder;

    static Installation installation;
    static Register register;

    @TempDir
    Path elsewhere;

    @BeforeAll
    static void openShop() throws Exception {
        installation = Installation.copy(
                Path.of(System.getProperty("sekisho.installation")),
                folder.resolve("sekisho"),
                DevelopmentKeys.ofThisUser());
        register = new Register(folder, installation.folder()).initialise();
    }

    @Test
    void forgedTargetsAreRefusedAndTheLastGoodOnesSell() throws Exception {
        String targets = "metadata/" + release() + ".targets.json";
        expiringLater(targets).meanwhile(() -> assertSellsByTheLastGoodLists("SIGNATURE_INVALID", targets));
    }

    @Test
    void forgedTimestampIsRefusedAndTheLastGoodOneSells() throws Exception {
        expiringLater(TIMESTAMP).meanwhile(() -> assertSellsByTheLastGoodLists("SIGNATURE_INVALID", TIMESTAMP));
    }

    @Test
    void changedAllowlistIsRefused() throws Exception {
        Changed.text(allowlist(), "\"granted\":[", "\"granted\":[\"PROCESS\",")
                .meanwhile(() -> assertThat(register.must("", "check").out())
                        .contains("SIGNATURE_INVALID allowlist.json: ", KEPT));
    }

    @Test
    void forgedListsOnAFreshHomeStartNothing() throws Exception {
        Register fresh = new Register(elsewhere, installation.folder());
        expiringLater(TIMESTAMP).meanwhile(() -> {
            for (String command : List.of("check", "init", "run")) {
                Answer answer = fresh.sekisho("", command);
                assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
                assertThat(answer.out() + answer.err())
                        .contains("SIGNATURE_INVALID " + TIMESTAMP + ": ", "The register does not start.");
            }
        });
        assertThat(fresh.home()).doesNotExist();
    }

    @Test
    void olderListsAreRefusedAndTheNewestSell() throws Exception {
        Path old = elsewhere.resolve("old");
        Installation.copy(installation.folder(), old, DevelopmentKeys.ofThisUser());
        long before = release();
        installation.list(Candidate.plugin(Guest.named("org.example.news").to(elsewhere.resolve("news-1.0.jar"))));
        installation.publish();
        assertThat(release()).isGreaterThan(before);
        String newest = "\"targets\":" + release();
        register.must("", "list");

        setBack(old, "repository/" + TIMESTAMP).meanwhile(() -> {
            assertSellsByTheLastGoodLists("ROLLED_BACK", TIMESTAMP);
            setBack(old, "lib/trust/lock.json").meanwhile(() -> {
                assertSellsByTheLastGoodLists("ROLLED_BACK", TIMESTAMP);
                assertThat(register.must("", "check", "--json").out()).contains(newest);
            });
        });
    }

    private static Changed setBack(Path old, String file) throws IOException {
        return Changed.to(installation.folder().resolve(file), old.resolve(file));
    }

    private static void assertSellsByTheLastGoodLists(String code, String document) {
        Answer check = register.must("", "check");
        assertThat(check.out()).contains(code + " " + document + ": ", KEPT);
        try (Running running = register.run()) {
            assertThat(running.screen()).contains(code + " " + document + ": ", KEPT);
            register.sells();
            Export.of(register).assertRefused(code, document);
        }
    }

    private static Changed expiringLater(String document) throws IOException {
        return Changed.text(
                installation.folder().resolve("repository/" + document), "\"expires\":\"20", "\"expires\":\"21");
    }

    /** The one that the newest release names: those of older releases stay beside it, and nobody reads them. */
    private static Path allowlist() throws IOException {
        Path repository = installation.folder().resolve("repository");
        String sha256 = JsonParser.parseString(
                        Files.readString(repository.resolve("metadata/" + release() + ".targets.json")))
                .getAsJsonObject()
                .getAsJsonObject("signed")
                .getAsJsonObject("targets")
                .getAsJsonObject("allowlist.json")
                .getAsJsonObject("hashes")
                .get("sha256")
                .getAsString();
        return repository.resolve("targets/" + sha256 + ".allowlist.json");
    }

    private static long release() throws IOException {
        return JsonParser.parseString(Files.readString(installation.folder().resolve("lib/trust/lock.json")))
                .getAsJsonObject()
                .getAsJsonObject("versions")
                .get("targets")
                .getAsLong();
    }
}
