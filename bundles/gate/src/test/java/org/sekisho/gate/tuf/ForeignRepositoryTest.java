package org.sekisho.gate.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WithoutPostQuantum;
import org.sekisho.gate.refusal.WrongDigest;

/**
 * A repository that python-tuf made (see {@code make.py} beside it): keys of Ed25519, ECDSA and RSA, two of three needed for root
 * and targets, and a second root with new keys that two of the old ones signed as well; it demands ML-DSA-65, signed by OpenSSL.
 */
class ForeignRepositoryTest {

    private static final Path ORIGINAL = Path.of("src/test/resources/foreign");
    private static final String JAR = "bundles/one+two three.jar";

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            files.filter(Files::isRegularFile).forEach(this::copy);
        }
    }

    private void copy(Path file) {
        try {
            Path to = folder.resolve(ORIGINAL.relativize(file));
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VerifiedRepository verify() throws TrustRefusal, IOException {
        return RepositoryClient.verify(folder, read("1.root.json"), Versions.NONE, Versions.NONE, List.of("list.json"));
    }

    private byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve("metadata").resolve(name));
    }

    private JsonObject json(String name) throws IOException {
        return JsonParser.parseString(new String(read(name), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private void write(String name, JsonObject json) throws IOException {
        Files.writeString(folder.resolve("metadata").resolve(name), json.toString());
    }

    /** Changes one hex digit of one signature. */
    private static void spoil(JsonObject envelope, int signature) {
        JsonObject entry = envelope.getAsJsonArray("signatures").get(signature).getAsJsonObject();
        char[] digits = entry.get("sig").getAsString().toCharArray();
        digits[80] = digits[80] == '0' ? '1' : '0';
        entry.addProperty("sig", new String(digits));
    }

    private SignedDocument targetsWith(JsonObject envelope) throws TrustRefusal {
        byte[] bytes = envelope.toString().getBytes(StandardCharsets.UTF_8);
        return SignedDocument.read("targets.json", bytes, Metadata.LONGEST, "targets");
    }

    @Test
    void itIsBelievedWhole() throws Exception {
        VerifiedRepository verified = verify();
        assertThat(verified.versions()).isEqualTo(new Versions(2, 5, 4, 3));
        assertThat(verified.document("list.json")).asString().isEqualTo("{\"of\":\"things\"}\n");
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        verified.fetch(JAR, jar);
        assertThat(jar.size()).isEqualTo(256);
    }

    @Test
    void itIsFollowedFromItsFirstRoot() throws Exception {
        Path trusted = folder.resolve("trusted");
        MetadataClient.begin(trusted, read("1.root.json"));
        MetadataClient client = new MetadataClient(
                trusted, Fetcher.of(folder).below("metadata"), Instant.parse("2026-06-01T00:00:00Z"));
        client.refresh();
        client.fetch(JAR, Fetcher.of(folder).below("targets"), new ByteArrayOutputStream());
        assertThat(trusted.resolve("root.json")).hasBinaryContent(read("2.root.json"));
    }

    /** Two old keys (ECDSA, RSA) and two new ones (Ed25519, ECDSA) signed it, and two of each must. */
    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3"})
    void aNewRootOfWhichOneSignatureIsMissingOrWrongIsRefused(int signature) throws Exception {
        JsonObject root = json("2.root.json");
        spoil(root, signature);
        write("2.root.json", root);
        assertThatThrownBy(this::verify).isInstanceOf(BelowThreshold.class);
        root.getAsJsonArray("signatures").remove(signature);
        write("2.root.json", root);
        assertThatThrownBy(this::verify).isInstanceOf(BelowThreshold.class);
    }

    @Test
    void aNewRootWhosePostQuantumSignatureIsWrongIsRefused() throws Exception {
        JsonObject root = json("2.root.json");
        spoil(root, 4);
        write("2.root.json", root);
        assertThatThrownBy(this::verify).isInstanceOf(WithoutPostQuantum.class);
    }

    @Test
    void targetsWhosePostQuantumSignatureIsWrongAreRefused() throws Exception {
        Root root = Root.read("2.root.json", read("2.root.json"));
        JsonObject targets = json("3.targets.json");
        spoil(targets, 2);
        assertThatThrownBy(() -> root.require(Role.TARGETS, targetsWith(targets)))
                .isInstanceOf(WithoutPostQuantum.class);
    }

    @ParameterizedTest
    @CsvSource({"timestamp.json, 0", "1.root.json, 0", "1.root.json, 1"})
    void anyOtherMetadataWithAWrongSignatureAreRefused(String name, int signature) throws Exception {
        JsonObject envelope = json(name);
        spoil(envelope, signature);
        write(name, envelope);
        assertThatThrownBy(this::verify).isInstanceOf(BelowThreshold.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void targetsOfWhichOneSignatureIsWrongAreRefused(int signature) throws Exception {
        Root root = Root.read("2.root.json", read("2.root.json"));
        JsonObject targets = json("3.targets.json");
        root.require(Role.TARGETS, targetsWith(targets));
        spoil(targets, signature);
        assertThatThrownBy(() -> root.require(Role.TARGETS, targetsWith(targets)))
                .isInstanceOf(BelowThreshold.class);
    }

    @Test
    void whatIsSignedMayNotChangeByOneField() throws Exception {
        JsonObject timestamp = json("timestamp.json");
        timestamp.getAsJsonObject("signed").addProperty("version", 6);
        write("timestamp.json", timestamp);
        assertThatThrownBy(this::verify).isInstanceOf(BelowThreshold.class);
    }

    @ParameterizedTest
    @CsvSource({"4.snapshot.json", "3.targets.json"})
    void whatIsReferredToMayNotEvenBeWrittenDifferently(String name) throws Exception {
        write(name, json(name));
        assertThatThrownBy(this::verify).isInstanceOf(WrongDigest.class);
    }

    /** Length and SHA-256 stay as they are told, so that only the second digest can notice. */
    @Test
    void eachDigestThatIsToldIsHeldTo() throws Exception {
        FileReference reference =
                new FileReference("x", 1, Map.of("sha256", Digests.sha256(new byte[1]), "sha512", "00"));
        assertThatThrownBy(() -> reference.require(new byte[1])).isInstanceOf(WrongDigest.class);
    }

    /** The same ECDSA key and signature under a second id. */
    @Test
    void oneKeyUnderTwoIdsCountsOnce() throws Exception {
        JsonObject root = json("2.root.json");
        JsonObject signed = root.getAsJsonObject("signed");
        JsonObject targets = json("3.targets.json");
        JsonArray signatures = targets.getAsJsonArray("signatures");
        JsonObject ecdsa = signatures.get(0).getAsJsonObject();
        String keyid = ecdsa.get("keyid").getAsString();
        JsonObject key = signed.getAsJsonObject("keys").getAsJsonObject(keyid).deepCopy();
        String pem = key.getAsJsonObject("keyval").get("public").getAsString();
        key.getAsJsonObject("keyval").addProperty("public", pem.stripTrailing());
        key.addProperty("note", "same key");
        signed.getAsJsonObject("keys").add("another", key);
        signed.getAsJsonObject("roles")
                .getAsJsonObject("targets")
                .getAsJsonArray("keyids")
                .add("another");
        JsonObject copy = ecdsa.deepCopy();
        copy.addProperty("keyid", "another");
        signatures.set(1, copy);
        Root spoiled = Root.read("root.json", root.toString().getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> spoiled.require(Role.TARGETS, targetsWith(targets)))
                .isInstanceOfSatisfying(
                        BelowThreshold.class,
                        refusal -> assertThat(refusal.facts()).containsExactly("1", "2"));
    }

    /** Its own key is lost, the two others still sign; as one would with a kind that is newer than this client. */
    @ParameterizedTest
    @CsvSource({"scheme, ed448", "keytype, cipher", "scheme, rsa-pkcs1v15-sha256"})
    void aKeyOfAnUnknownKindSpoilsNoOther(String field, String value) throws Exception {
        JsonObject root = json("2.root.json");
        JsonObject signed = root.getAsJsonObject("signed");
        JsonObject keys = signed.getAsJsonObject("keys");
        JsonArray ids =
                signed.getAsJsonObject("roles").getAsJsonObject("targets").getAsJsonArray("keyids");
        keys.getAsJsonObject(ids.get(0).getAsString()).addProperty(field, value);
        Root read = Root.read("root.json", root.toString().getBytes(StandardCharsets.UTF_8));
        JsonObject targets = json("3.targets.json");
        read.require(Role.TARGETS, targetsWith(targets));
        keys.getAsJsonObject(ids.get(1).getAsString()).addProperty(field, value);
        Root less = Root.read("root.json", root.toString().getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> less.require(Role.TARGETS, targetsWith(targets)))
                .isInstanceOf(BelowThreshold.class);
    }

    @Test
    void aTargetThatChangedIsRefused() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("targets/bundles"))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[256]);
            }
        }
        VerifiedRepository verified = verify();
        assertThatThrownBy(() -> verified.fetch(JAR, new ByteArrayOutputStream()))
                .isInstanceOf(WrongDigest.class);
    }
}
