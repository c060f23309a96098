package org.sekisho.gate.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.fixture.TestRepository;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.Expired;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongDigest;
import org.sekisho.gate.refusal.WrongVersion;
import org.sekisho.gate.view.TrustAge;

class RepositoryClientTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    Path folder;

    private TestRepository repository;
    private byte[] pinned;
    private int asked;

    @BeforeEach
    void publishVersionThree() throws Exception {
        repository = new TestRepository(folder);
        repository.documents.put("list.json", "{\"of\":\"things\"}".getBytes(StandardCharsets.UTF_8));
        repository.version = 3;
        repository.publish();
        pinned = repository.root(1);
    }

    private VerifiedRepository verify(Versions seen) throws TrustRefusal {
        return RepositoryClient.verify(folder, pinned, Versions.NONE, seen, List.of("list.json"));
    }

    private VerifiedRepository verify() throws TrustRefusal {
        return verify(Versions.NONE);
    }

    @Test
    void aGoodRepositoryIsBelieved() throws Exception {
        VerifiedRepository verified = verify();
        assertThat(verified.versions()).isEqualTo(new Versions(1, 3, 3, 3));
        assertThat(verified.document("list.json")).isEqualTo(repository.documents.get("list.json"));
        assertThat(verified.isDevelopment()).isTrue();
        assertThat(verified.age(NOW)).isEqualTo(TrustAge.FRESH);
    }

    @Test
    void receivedFilesVerifyAgainWhereverTheyAreKept() throws Exception {
        TestRepository copy = new TestRepository(folder.resolve("kept"));
        for (var file : verify().received().entrySet()) {
            copy.write(file.getKey(), file.getValue());
        }
        VerifiedRepository again = RepositoryClient.verify(
                copy.folder, pinned, Versions.NONE, new Versions(1, 3, 3, 3), List.of("list.json"));
        assertThat(again.generation()).isEqualTo(verify().generation());
    }

    @Test
    void oneChangedLetterOfATimestampIsRefused() throws Exception {
        repository.replace("metadata/timestamp.json", TestRepository.FAR, "2998-01-01T00:00:00Z");
        assertThatThrownBy(this::verify).isInstanceOf(BelowThreshold.class);
    }

    @Test
    void aSnapshotOtherThanTheTimestampsIsRefused() throws Exception {
        repository.replace("metadata/3.snapshot.json", TestRepository.FAR, "2998-01-01T00:00:00Z");
        assertThatThrownBy(this::verify).isInstanceOf(WrongDigest.class);
    }

    @Test
    void aChangedTargetIsRefused() throws Exception {
        byte[] list = repository.documents.get("list.json");
        repository.write(
                "targets/" + Digests.sha256(list) + ".list.json",
                "{\"of\":\"thingz\"}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::verify).isInstanceOf(WrongDigest.class);
    }

    @Test
    void aTargetWithSomethingAppendedIsRefused() throws Exception {
        byte[] list = repository.documents.get("list.json");
        repository.write(
                "targets/" + Digests.sha256(list) + ".list.json",
                (new String(list, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::verify).isInstanceOf(WrongDigest.class);
    }

    @Test
    void aTargetThatIsNotListedIsMissing() {
        assertThatThrownBy(() ->
                        RepositoryClient.verify(folder, pinned, Versions.NONE, Versions.NONE, List.of("other.json")))
                .isInstanceOf(MissingFile.class);
    }

    @Test
    void aKeyOfAnotherRoleDoesNotCount() throws Exception {
        repository.signers.put("timestamp", repository.signers.get("targets"));
        repository.publish();
        assertThatThrownBy(this::verify).isInstanceOf(BelowThreshold.class);
    }

    @Test
    void aSnapshotDoesNotPassForATimestamp() throws Exception {
        repository.write("metadata/timestamp.json", repository.read("metadata/3.snapshot.json"));
        assertThatThrownBy(this::verify).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void aVersionOtherThanItsNameSaysIsRefused() throws Exception {
        byte[] named = Signer.envelope(
                Map.of(
                        "_type",
                        "timestamp",
                        "spec_version",
                        "1.0.31",
                        "version",
                        3,
                        "expires",
                        TestRepository.FAR,
                        "meta",
                        Map.of("snapshot.json", Map.of("version", 7))),
                repository.signers.get("timestamp"));
        repository.write("metadata/timestamp.json", named);
        repository.write("metadata/7.snapshot.json", repository.read("metadata/3.snapshot.json"));
        assertThatThrownBy(this::verify).isInstanceOf(WrongVersion.class);
    }

    @Test
    void whatIsOlderThanSeenIsRolledBack() {
        assertThatThrownBy(() -> verify(new Versions(1, 4, 3, 3))).isInstanceOf(RolledBack.class);
        assertThatThrownBy(() -> verify(new Versions(1, 3, 4, 3))).isInstanceOf(RolledBack.class);
        assertThatThrownBy(() -> verify(new Versions(1, 3, 3, 4))).isInstanceOf(RolledBack.class);
        assertThatThrownBy(() -> verify(new Versions(2, 3, 3, 3))).isInstanceOf(RolledBack.class);
    }

    @Test
    void whatIsOlderThanDeliveredIsRolledBackEvenInAHomeThatSawNothing() {
        assertThatThrownBy(() -> RepositoryClient.verify(
                        folder, pinned, new Versions(1, 4, 4, 4), Versions.NONE, List.of("list.json")))
                .isInstanceOf(RolledBack.class);
    }

    @Test
    void aRootSignedByTheOneBeforeIsFollowed() throws Exception {
        Signer before = repository.signers.put("root", new Signer(20));
        repository.write("metadata/2.root.json", repository.root(2, before));
        assertThat(verify().versions().root()).isEqualTo(2);
    }

    @Test
    void aRootThatOnlySignsItselfIsRefused() throws Exception {
        repository.signers.put("root", new Signer(20));
        repository.write("metadata/2.root.json", repository.root(2));
        assertThatThrownBy(this::verify).isInstanceOf(BelowThreshold.class);
    }

    @Test
    void aRootThatSkipsAVersionIsRefused() throws Exception {
        repository.write("metadata/2.root.json", repository.root(3));
        assertThatThrownBy(this::verify).isInstanceOf(WrongVersion.class);
    }

    @Test
    void rotatingTheTimestampsKeyForgivesAThiefWhoCountedTooFar() throws Exception {
        repository.signers.put("timestamp", new Signer(21));
        repository.write("metadata/2.root.json", repository.root(2));
        repository.publish();
        assertThat(verify(new Versions(1, 999_999, 3, 3)).versions().timestamp())
                .isEqualTo(3);
        assertThatThrownBy(() -> verify(new Versions(1, 999_999, 3, 4))).isInstanceOf(RolledBack.class);
    }

    /** The register was upgraded: it is pinned at the new root by now, and the home has seen the one before. */
    private VerifiedRepository verifyPinnedLater(Fetcher installed, Versions seen) throws Exception {
        return RepositoryClient.verify(
                Fetcher.of(folder),
                repository.read("metadata/2.root.json"),
                installed,
                Versions.NONE,
                seen,
                List.of("list.json"));
    }

    @Test
    void aRotationThatCameWithTheRegisterForgivesToo() throws Exception {
        repository.write("metadata/1.root.json", pinned);
        Signer before = repository.signers.put("timestamp", new Signer(21));
        repository.write("metadata/2.root.json", repository.root(2));
        repository.publish();
        Fetcher installed = Fetcher.of(folder);
        assertThat(verifyPinnedLater(installed, new Versions(1, 999_999, 3, 3))
                        .versions()
                        .timestamp())
                .isEqualTo(3);
        assertThatThrownBy(() -> verifyPinnedLater(installed, new Versions(1, 999_999, 3, 4)))
                .isInstanceOf(RolledBack.class);
        Fetcher none = Fetcher.of(folder.resolve("none"));
        assertThatThrownBy(() -> verifyPinnedLater(none, new Versions(1, 999_999, 3, 3)))
                .as("what the repository says of earlier roots proves nothing")
                .isInstanceOf(RolledBack.class);

        repository.signers.put("timestamp", before);
        repository.write("metadata/2.root.json", repository.root(2));
        repository.publish();
        assertThatThrownBy(() -> verifyPinnedLater(installed, new Versions(1, 999_999, 3, 3)))
                .as("a newer root with the same keys")
                .isInstanceOf(RolledBack.class);
    }

    @Test
    void aThresholdThatNoKeysCanMeetIsRefused() {
        repository.thresholds.put("targets", 2);
        byte[] impossible = repository.root(1);
        assertThatThrownBy(() ->
                        RepositoryClient.verify(folder, impossible, Versions.NONE, Versions.NONE, List.of("list.json")))
                .isInstanceOf(BelowThreshold.class);
    }

    @Test
    void aThresholdOfNoneIsRefused() {
        repository.thresholds.put("targets", 0);
        byte[] open = repository.root(1);
        assertThatThrownBy(
                        () -> RepositoryClient.verify(folder, open, Versions.NONE, Versions.NONE, List.of("list.json")))
                .isInstanceOf(MalformedDocument.class);
    }

    @Test
    void anExpiredTimestampIsBelievedButInstallsNothing() throws Exception {
        repository.expires.put("timestamp", "2026-05-31T23:59:59Z");
        repository.publish();
        assertThat(verify().age(NOW)).isEqualTo(TrustAge.TIMESTAMP_EXPIRED);
        assertThatThrownBy(() -> verify().requireFresh(NOW)).isInstanceOf(Expired.class);
    }

    @Test
    void expiredListsAreWorseThanAnExpiredTimestamp() throws Exception {
        repository.expires.put("timestamp", "2026-05-01T00:00:00Z");
        repository.expires.put("targets", "2026-05-01T00:00:00Z");
        repository.publish();
        assertThat(verify().age(NOW)).isEqualTo(TrustAge.LISTS_EXPIRED);
    }

    @Test
    void aMissingTimestampIsTold() throws Exception {
        Files.delete(folder.resolve("metadata/timestamp.json"));
        assertThatThrownBy(this::verify).isInstanceOf(MissingFile.class);
    }

    @Test
    void aLargeTargetIsFetchedByItsName() throws Exception {
        ByteArrayOutputStream fetched = new ByteArrayOutputStream();
        verify().fetch("list.json", fetched);
        assertThat(fetched.toByteArray()).isEqualTo(repository.documents.get("list.json"));
        assertThat(verify().targets()).containsExactly("list.json");
    }

    @Test
    void aTargetThatChangedSinceIsNotFetched() throws Exception {
        VerifiedRepository verified = verify();
        byte[] list = repository.documents.get("list.json");
        String path = "targets/" + Digests.sha256(list) + ".list.json";
        list[3] ^= 1;
        repository.write(path, list);
        assertThatThrownBy(() -> verified.fetch("list.json", OutputStream.nullOutputStream()))
                .isInstanceOf(WrongDigest.class);
        Files.delete(folder.resolve(path));
        assertThatThrownBy(() -> verified.fetch("list.json", OutputStream.nullOutputStream()))
                .isInstanceOf(MissingFile.class);
        assertThatThrownBy(() -> verified.fetch("other.json", OutputStream.nullOutputStream()))
                .isInstanceOf(MissingFile.class);
    }

    /** A server that never stops sending must not fill the disk. */
    @Test
    void noMoreOfATargetIsReadThanWasTold() throws Exception {
        Fetcher honest = Fetcher.of(folder);
        VerifiedRepository verified = RepositoryClient.verify(
                path -> path.endsWith("list.json") && asked++ > 0 ? new Endless() : honest.open(path),
                pinned,
                Versions.NONE,
                Versions.NONE,
                List.of("list.json"));
        ByteArrayOutputStream fetched = new ByteArrayOutputStream();
        assertThatThrownBy(() -> verified.fetch("list.json", fetched)).isInstanceOf(WrongDigest.class);
        assertThat(fetched.size()).isLessThanOrEqualTo(repository.documents.get("list.json").length);
    }

    @Test
    void aRepositoryOutOfReachIsNotARefusal() {
        assertThatThrownBy(() -> RepositoryClient.verify(
                        path -> {
                            throw new IOException("no network");
                        },
                        pinned,
                        Versions.NONE,
                        Versions.NONE,
                        List.of("list.json")))
                .isInstanceOf(IOException.class)
                .hasMessage("no network");
    }

    @Test
    void theTimestampMaySayWhenItWasSigned() throws Exception {
        assertThat(verify().signedAt()).isEmpty();
        repository.times.put("timestamp", "2026-05-31T12:00:00Z");
        repository.publish();
        assertThat(verify().signedAt()).contains(Instant.parse("2026-05-31T12:00:00Z"));
        repository.times.put("timestamp", "2026-05-31T12:00:00.5Z");
        repository.publish();
        assertThatThrownBy(this::verify).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void theFingerprintIsThatOfTheTimestampAsReceived() throws Exception {
        assertThat(verify().fingerprint()).isEqualTo(Fingerprint.of(repository.read("metadata/timestamp.json")));
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            Arrays.fill(bytes, from, from + count, (byte) 'x');
            return count;
        }
    }
}
