package org.sekisho.gate.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

/** The numbers are those of the TUF specification's client workflow. */
class MetadataClientTest {

    private static final byte[] TARGET = "hello".getBytes(StandardCharsets.UTF_8);
    private static final String PAST = "2026-05-31T23:59:59Z";

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private Path trusted;
    private TestRepository repository;
    private Instant start = Instant.parse("2026-06-01T00:00:00Z");

    @BeforeEach
    void publishVersionThreeAndTrustItsRoot() throws Exception {
        repository = new TestRepository(folder.resolve("repository"));
        repository.documents.put("a/file.txt", TARGET);
        publish(3);
        trusted = folder.resolve("trusted");
        MetadataClient.begin(trusted, repository.root(1));
    }

    private void publish(long version) throws IOException {
        repository.version = version;
        repository.publish();
    }

    private MetadataClient client() {
        Fetcher files = Fetcher.of(repository.folder).below("metadata");
        return new MetadataClient(
                trusted,
                path -> {
                    asked.add(path);
                    return files.open(path);
                },
                start);
    }

    private MetadataClient refresh() throws TrustRefusal, IOException {
        MetadataClient client = client();
        client.refresh();
        return client;
    }

    private Fetcher targets() {
        return Fetcher.of(repository.folder).below("targets");
    }

    private void assertTrusted(String role, long version) throws IOException {
        assertThat(Files.readString(trusted.resolve(role + ".json"))).contains("\"version\":" + version + "}");
    }

    @Test
    void metadataAreKeptAsReceivedUnderPlainNames() throws Exception {
        refresh();
        for (String role : List.of("timestamp", "3.snapshot", "3.targets")) {
            assertThat(trusted.resolve(role.replace("3.", "") + ".json"))
                    .hasBinaryContent(repository.read("metadata/" + role + ".json"));
        }
    }

    @Test
    void aTargetIsFetchedUnderItsHashedName() throws Exception {
        ByteArrayOutputStream fetched = new ByteArrayOutputStream();
        refresh().fetch("a/file.txt", targets(), fetched);
        assertThat(fetched.toByteArray()).isEqualTo(TARGET);
    }

    @Test
    void aRepositoryWithPlainNamesIsReadByThem() throws Exception {
        repository.consistent = false;
        repository.write("metadata/2.root.json", repository.root(2));
        publish(4);
        ByteArrayOutputStream fetched = new ByteArrayOutputStream();
        refresh().fetch("a/file.txt", targets(), fetched);
        assertThat(fetched.toByteArray()).isEqualTo(TARGET);
        assertThat(asked)
                .containsExactly("2.root.json", "3.root.json", "timestamp.json", "snapshot.json", "targets.json");
    }

    @Test
    void whatIsThereAlreadyIsNotAskedForAgain() throws Exception {
        refresh();
        asked.clear();
        assertThat(refresh().isTarget("a/file.txt", new ByteArrayInputStream(TARGET)))
                .isTrue();
        assertThat(asked).containsExactly("2.root.json", "timestamp.json");
    }

    @Test
    void anotherFileIsNotTheTarget() throws Exception {
        MetadataClient client = refresh();
        assertThat(client.isTarget("a/file.txt", new ByteArrayInputStream("hallo".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThatThrownBy(() -> client.isTarget("b", new ByteArrayInputStream(TARGET)))
                .isInstanceOf(MissingFile.class);
    }

    @Test
    void aRootThatDoesNotSignItselfIsNotEvenBegunWith() {
        repository.thresholds.put("root", 2);
        assertThatThrownBy(() -> MetadataClient.begin(trusted, repository.root(1)))
                .isInstanceOf(BelowThreshold.class);
    }

    /** 5.3.8: a chain that breaks later has been followed so far. */
    @Test
    void eachRootIsKeptBeforeTheNextIsAskedFor() throws Exception {
        repository.write("metadata/2.root.json", repository.root(2));
        repository.write("metadata/3.root.json", repository.root(7));
        assertThatThrownBy(this::refresh).isInstanceOf(TrustRefusal.class);
        assertTrusted("root", 2);
        assertThat(trusted.resolve("timestamp.json")).doesNotExist();
    }

    /** 5.3.10 */
    @Test
    void anExpiredRootIsKeptButFreezesTheUpdate() throws Exception {
        repository.expires.put("root", PAST);
        repository.write("metadata/2.root.json", repository.root(2));
        assertThatThrownBy(this::refresh).isInstanceOf(Expired.class);
        assertTrusted("root", 2);
        assertThat(asked).doesNotContain("timestamp.json");
    }

    /** 5.3.11 */
    @Test
    void newKeysForgiveAThiefWhoCountedTooFar() throws Exception {
        publish(1000);
        refresh();
        repository.signers.put("timestamp", new Signer(21));
        repository.signers.put("snapshot", new Signer(22));
        repository.write("metadata/2.root.json", repository.root(2));
        publish(4);
        refresh();
        assertTrusted("timestamp", 4);
        assertTrusted("snapshot", 4);
        assertTrusted("targets", 4);
    }

    /** 5.4.3.1 */
    @Test
    void anOlderTimestampIsRolledBack() throws Exception {
        publish(4);
        refresh();
        publish(3);
        assertThatThrownBy(this::refresh).isInstanceOf(RolledBack.class);
        assertTrusted("timestamp", 4);
    }

    /** 5.4.3.1: not even when it is signed; a version is one content. */
    @Test
    void anotherTimestampOfTheSameVersionIsPassedOver() throws Exception {
        refresh();
        byte[] before = Files.readAllBytes(trusted.resolve("timestamp.json"));
        repository.expires.put("timestamp", "2998-01-01T00:00:00Z");
        publish(3);
        refresh();
        assertThat(trusted.resolve("timestamp.json")).hasBinaryContent(before);
    }

    /** 5.4.4 */
    @Test
    void anExpiredTimestampIsNotKept() throws Exception {
        refresh();
        repository.expires.put("timestamp", PAST);
        publish(4);
        assertThatThrownBy(this::refresh).isInstanceOf(Expired.class);
        assertTrusted("timestamp", 3);
    }

    @Test
    void aTimestampThatExpiredSinceIsAFreeze() throws Exception {
        repository.expires.put("timestamp", "2026-06-08T00:00:00Z");
        publish(4);
        refresh();
        start = Instant.parse("2026-06-08T00:00:00Z");
        assertThatThrownBy(this::refresh).isInstanceOf(Expired.class);
    }

    /** 5.4.3.2, 5.5.5 */
    @Test
    void anOlderSnapshotOrOlderTargetsBehindANewerTimestampAreRolledBack() throws Exception {
        publish(5);
        refresh();
        repository.versions.put("timestamp", 6L);
        publish(4);
        assertThatThrownBy(this::refresh).isInstanceOf(RolledBack.class).hasMessageContaining("snapshot");
        repository.versions.put("snapshot", 6L);
        publish(4);
        assertThatThrownBy(this::refresh).isInstanceOf(RolledBack.class).hasMessageContaining("targets");
        assertTrusted("snapshot", 5);
    }

    /** 5.5.2 */
    @Test
    void aSnapshotOtherThanTheTimestampsIsRefused() throws Exception {
        repository.replace("metadata/3.snapshot.json", TestRepository.FAR, "2998-01-01T00:00:00Z");
        assertThatThrownBy(this::refresh).isInstanceOf(WrongDigest.class);
        assertTrusted("timestamp", 3);
        assertThat(trusted.resolve("snapshot.json")).doesNotExist();
    }

    /** 5.5.6, 5.6.5 */
    @Test
    void expiredSnapshotsAndTargetsAreNotKept() throws Exception {
        refresh();
        repository.expires.put("targets", PAST);
        publish(4);
        assertThatThrownBy(this::refresh).isInstanceOf(Expired.class);
        assertTrusted("targets", 3);
        repository.expires.put("snapshot", PAST);
        publish(5);
        assertThatThrownBy(this::refresh).isInstanceOf(Expired.class);
        assertTrusted("snapshot", 4);
    }

    @Test
    void metadataThatWereDamagedHereAreFetchedAnew() throws Exception {
        refresh();
        for (String name : List.of("timestamp.json", "snapshot.json", "targets.json")) {
            Files.writeString(trusted.resolve(name), "{");
        }
        refresh();
        assertTrusted("targets", 3);
    }

    @Test
    void metadataThatAreTooLongAreNotRead() throws Exception {
        repository.write("metadata/timestamp.json", new byte[Metadata.LONGEST + 1]);
        assertThatThrownBy(this::refresh).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void nullsInFieldsThatNobodyKnowsAreTolerated() throws Exception {
        repository.times.put("timestamp", null);
        publish(4);
        refresh();
        assertTrusted("timestamp", 4);
    }

    private void delegate(Signer signer, String expires) throws IOException {
        Signer delegate = new Signer(30);
        Map<String, Object> file = Map.of("length", TARGET.length, "hashes", Map.of("sha256", Digests.sha256(TARGET)));
        Map<String, Object> targets = new HashMap<>(Map.of("_type", "targets", "spec_version", "1.0.31", "version", 1));
        targets.putAll(Map.of("expires", expires, "targets", Map.of("a/file.txt", file)));
        repository.delegated.put("team", Signer.envelope(targets, signer));
        Map<String, Object> role = new HashMap<>(Map.of("name", "team", "threshold", 1, "terminating", false));
        role.putAll(Map.of("keyids", List.of(delegate.keyid()), "paths", List.of("a/*")));
        repository.delegations = Map.of("keys", Map.of(delegate.keyid(), delegate.json()), "roles", List.of(role));
        repository.documents.clear();
        publish(repository.version + 1);
    }

    private void fetchDelegated() throws TrustRefusal, IOException {
        refresh().fetch("a/file.txt", targets(), new ByteArrayOutputStream());
    }

    /** 5.6.7 */
    @Test
    void aTargetOfADelegatedRoleIsFetchedAndTheRolesMetadataKept() throws Exception {
        delegate(new Signer(30), TestRepository.FAR);
        fetchDelegated();
        assertThat(trusted.resolve("delegated.team.json")).hasBinaryContent(repository.read("metadata/1.team.json"));
        asked.clear();
        fetchDelegated();
        assertThat(asked).containsExactly("2.root.json", "timestamp.json");
    }

    @Test
    void aDelegatedRoleOfTheWrongKeyOrExpiredOrUnlistedIsRefused() throws Exception {
        delegate(new Signer(31), TestRepository.FAR);
        assertThatThrownBy(this::fetchDelegated).isInstanceOf(BelowThreshold.class);
        delegate(new Signer(30), PAST);
        assertThatThrownBy(this::fetchDelegated).isInstanceOf(Expired.class);
        repository.delegated.clear();
        publish(repository.version + 1);
        Files.delete(trusted.resolve("snapshot.json"));
        Files.delete(trusted.resolve("timestamp.json"));
        assertThatThrownBy(this::fetchDelegated).isInstanceOf(MissingFile.class);
        assertThat(trusted.resolve("delegated.team.json")).doesNotExist();
    }
}
