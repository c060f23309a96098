package org.sekisho.publishing.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.tuf.Fingerprint;
import org.sekisho.publishing.KeyPlace;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.Published;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.ReleaseTerms;
import org.sekisho.publishing.SignaturesMissing;

/** What a workspace publishes, judged by the gate's own client. */
class PublicationTest {
    @TempDir
    Path folder;

    private TestShop shop;

    @BeforeEach
    void openShop() throws Exception {
        shop = new TestShop(folder);
    }

    @Test
    void gateTakesWhatIsPublished() throws Exception {
        Published first = shop.publish();
        Published second = shop.publish();

        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(shop.taken(shop.firstRoot()).versions().targets()).isEqualTo(second.number());
        assertThat(shop.taken(shop.firstRoot()).isDevelopment()).isFalse();
    }

    @Test
    void timestampSaysWhenItWasSignedAndHowLongItHolds() throws Exception {
        Instant now = Instant.parse("2026-03-01T10:20:30.5Z");
        Published published =
                shop.workspace().publish(shop.site(), new ReleaseTerms(now, Duration.ofDays(7), 0), TestShop.KNOWN);

        assertThat(shop.taken(shop.firstRoot()).signedAt()).contains(Instant.parse("2026-03-01T10:20:30Z"));
        assertThat(published.expiries()).containsEntry(KeyRole.TIMESTAMP, Instant.parse("2026-03-08T10:20:30Z"));
    }

    @Test
    void fingerprintIsTheOneThatRegistersShow() throws Exception {
        Published published = shop.publish();

        byte[] timestamp = Files.readAllBytes(shop.site().resolve("metadata/timestamp.json"));
        assertThat(published.fingerprint())
                .isEqualTo(Fingerprint.of(timestamp).text())
                .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    }

    @Test
    void webServerMayReadEveryFile() throws Exception {
        shop.publish();

        try (Stream<Path> files = Files.walk(shop.site())) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo(Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
    }

    @Test
    void wrongPassphraseChangesNothing() throws Exception {
        shop.publish();
        var before = snapshot();
        Passphrases wrong = key -> new org.sekisho.publishing.Passphrase("wrong horse battery".toCharArray());

        assertThatThrownBy(() -> shop.workspace().publish(shop.site(), ReleaseTerms.usual(Instant.now()), wrong))
                .hasMessageContaining("not the passphrase");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void missingKeyIsNamedAndItsSignatureTakenFromElsewhere() throws Exception {
        shop.publish();
        var before = snapshot();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(shop.workspace().folder().resolve("targets.p12"), elsewhere.resolve("targets.p12"));
        Files.copy(shop.workspace().folder().resolve("targets.pub.pem"), elsewhere.resolve("targets.pub.pem"));

        Path document = missing();
        assertThat(snapshot()).isEqualTo(before);

        Path carried = Files.copy(document, elsewhere.resolve("targets.json"));
        assertThat(WorkspaceFolder.in(elsewhere).signDocument(carried, TestShop.KNOWN))
                .containsExactly("targets");
        Files.copy(carried, document, StandardCopyOption.REPLACE_EXISTING);
        Published published = shop.publish();

        assertThat(shop.taken(shop.firstRoot()).versions().targets()).isEqualTo(published.number());
        assertThat(document).doesNotExist();
    }

    @Test
    void signatureOfAKeyWithoutASayIsNotEnough() throws Exception {
        shop.publish();
        Path elsewhere = folder.resolve("elsewhere");
        WorkspaceFolder stranger = new TestShop(elsewhere).workspace();
        Files.delete(shop.workspace().folder().resolve("targets.p12"));
        Path document = missing();

        stranger.signDocument(document, TestShop.KNOWN);

        assertThat(missing()).isEqualTo(document);
    }

    @Test
    void thresholdOfTwoIsMetByTwoKeys() throws Exception {
        shop.key(KeyRole.TARGETS);
        shop.workspace().threshold(KeyRole.TARGETS, 2);
        shop.publish();

        String targets = Files.readString(shop.site().resolve("metadata/1.targets.json"));
        assertThat(JsonParser.parseString(targets).getAsJsonObject().getAsJsonArray("signatures"))
                .hasSize(2);
        assertThat(shop.taken(shop.firstRoot()).versions().root()).isEqualTo(1);
    }

    @Test
    void newRootIsSignedByOldAndNewKeys() throws Exception {
        shop.publish();
        byte[] pinned = shop.firstRoot();
        shop.key(KeyRole.ROOT);
        shop.workspace().retire("root");
        Published published = shop.publish();

        assertThat(published.rootVersion()).isEqualTo(2);
        assertThat(shop.taken(pinned).versions().root()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"ECDSA", "RSA"})
    void gateTakesRootAndTargetsByOtherKeys(KeyType type) throws Exception {
        for (KeyRole role : List.of(KeyRole.ROOT, KeyRole.TARGETS)) {
            shop.workspace().retire(role.word());
            shop.workspace().newKey(role, type, new KeyPlace.InFile(KeyPlace.Format.P12), "Corner", TestShop.phrase());
        }
        Published published = shop.publish();

        assertThat(shop.taken(shop.firstRoot()).versions().targets()).isEqualTo(published.number());
    }

    @Test
    void postQuantumSignatureStandsBesideTheOther() throws Exception {
        for (KeyRole role : List.of(KeyRole.ROOT, KeyRole.TARGETS)) {
            shop.workspace()
                    .newKey(
                            role,
                            KeyType.ML_DSA_65,
                            new KeyPlace.InFile(KeyPlace.Format.PEM),
                            "Corner",
                            TestShop.phrase());
        }
        Published published = shop.publish();

        assertThat(shop.taken(shop.firstRoot()).versions().targets()).isEqualTo(published.number());
        Path targets = shop.site().resolve("metadata/" + published.number() + ".targets.json");
        assertThat(JsonParser.parseString(Files.readString(targets))
                        .getAsJsonObject()
                        .getAsJsonArray("signatures"))
                .hasSize(2);

        Files.delete(shop.workspace().folder().resolve("targets-2.pem"));
        assertThat(missing()).as("one of the two is not enough").hasFileName("targets.json");
    }

    @Test
    void rootWithoutTheOldKeyIsNotPublished() throws Exception {
        shop.publish();
        shop.key(KeyRole.ROOT);
        shop.workspace().retire("root");
        Files.delete(shop.workspace().folder().resolve("retired/root.p12"));

        assertThat(missing()).hasFileName("root.json");
        assertThat(shop.site().resolve("metadata/2.root.json")).doesNotExist();
    }

    @Test
    void retiredKeyNoLongerCounts() throws Exception {
        shop.publish();
        byte[] pinned = shop.firstRoot();
        byte[] signedByTheOldKey = Files.readAllBytes(shop.site().resolve("metadata/timestamp.json"));
        shop.key(KeyRole.TIMESTAMP);
        shop.workspace().retire("timestamp");
        shop.publish();
        Files.write(shop.site().resolve("metadata/timestamp.json"), signedByTheOldKey);

        assertThatThrownBy(() -> shop.taken(pinned)).isInstanceOf(BelowThreshold.class);
    }

    @Test
    void releaseThatIsCutOffAnywhereLeavesTheOneBefore() throws Exception {
        Published first = shop.publish();
        byte[] pinned = shop.firstRoot();
        var before = snapshot();
        shop.workspace().allow(shop.request(shop.signed("guest", "1.0.0", "")));
        shop.publish();
        var after = snapshot();
        List<String> order = new ArrayList<>(after.keySet());
        order.removeAll(before.keySet());
        order.add("metadata/timestamp.json");
        assertThat(order.size()).isGreaterThan(3);

        // Whatever part of the new files is there: until the time-stamp is, registers take the old release.
        for (int written = 0; written < order.size(); written++) {
            restore(before);
            for (String file : order.subList(0, written)) {
                Files.write(
                        shop.site().resolve(file),
                        after.get(file).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            }
            assertThat(shop.taken(pinned).versions().targets()).isEqualTo(first.number());
        }
        assertThat(shop.publish().number()).isGreaterThan(first.number() + 1);
        shop.taken(pinned);
    }

    @Test
    void folderThatRefusesAFileKeepsTheOldRelease() throws Exception {
        Published first = shop.publish();
        byte[] pinned = shop.firstRoot();
        // A folder where the snapshot's file should go: writing it fails after the targets were written.
        Path obstacle = shop.site().resolve("metadata/" + (first.number() + 1) + ".targets.json");
        Files.createDirectories(obstacle.resolve("full"));

        assertThatThrownBy(shop::publish).isInstanceOf(IOException.class);
        assertThat(shop.taken(pinned).versions().targets()).isEqualTo(first.number());

        Files.delete(obstacle.resolve("full"));
        Files.delete(obstacle);
        assertThat(shop.publish().number()).isGreaterThan(first.number());
        assertThat(shop.taken(pinned).versions().targets()).isGreaterThan(first.number());
    }

    @Test
    void folderOfAnotherIntegratorIsLeftAlone() throws Exception {
        TestShop other = new TestShop(folder.resolve("other"));
        other.publish();

        assertThatThrownBy(
                        () -> shop.workspace().publish(other.site(), ReleaseTerms.usual(Instant.now()), TestShop.KNOWN))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("another root");
    }

    private Path missing() throws Exception {
        try {
            shop.publish();
        } catch (SignaturesMissing e) {
            return e.document();
        }
        throw new AssertionError("it was published without that key");
    }

    private Map<String, String> snapshot() throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(shop.site())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(
                        shop.site().relativize(file).toString(),
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return found;
    }

    private void restore(Map<String, String> state) throws IOException {
        for (String file : snapshot().keySet()) {
            if (!state.containsKey(file)) {
                Files.delete(shop.site().resolve(file));
            }
        }
        for (var file : state.entrySet()) {
            Files.writeString(
                    shop.site().resolve(file.getKey()), file.getValue(), java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }
}
