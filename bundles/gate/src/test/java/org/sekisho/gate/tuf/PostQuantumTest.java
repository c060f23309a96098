package org.sekisho.gate.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.fixture.PostQuantumSigner;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.fixture.TestRepository;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WithoutPostQuantum;

/** A root that demands ML-DSA-65 of itself and of the lists. */
class PostQuantumTest {

    private static final PostQuantumSigner KEY = new PostQuantumSigner(1);
    private static final PostQuantumSigner OTHER = new PostQuantumSigner(2);

    @TempDir
    Path folder;

    private TestRepository repository;
    private byte[] pinned;

    @BeforeEach
    void demandItOfRootAndTargets() throws Exception {
        repository = new TestRepository(folder);
        repository.documents.put("list.json", "{}".getBytes(StandardCharsets.UTF_8));
        for (String role : List.of("root", "targets")) {
            repository.postQuantum.put(role, demand(KEY));
            repository.postQuantumSigners.put(role, KEY);
        }
        repository.publish();
        pinned = repository.root(1);
    }

    private static Map<String, Object> demand(PostQuantumSigner signer) {
        return Map.of("keys", Map.of(signer.keyid(), signer.json()), "threshold", 1);
    }

    private VerifiedRepository verify() throws TrustRefusal {
        return RepositoryClient.verify(folder, pinned, Versions.NONE, Versions.NONE, List.of("list.json"));
    }

    @Test
    void bothSignaturesTogetherAreBelieved() throws Exception {
        assertThat(verify().versions().targets()).isEqualTo(1);
    }

    @Test
    void targetsWithoutItAreRefused() throws Exception {
        repository.postQuantumSigners.remove("targets");
        repository.publish();
        assertThatThrownBy(this::verify)
                .isInstanceOfSatisfying(
                        WithoutPostQuantum.class,
                        refusal -> assertThat(refusal.facts()).containsExactly("0", "1"));
    }

    @Test
    void targetsSignedByAnotherSuchKeyAreRefused() throws Exception {
        repository.postQuantumSigners.put("targets", OTHER);
        repository.publish();
        assertThatThrownBy(this::verify).isInstanceOf(WithoutPostQuantum.class);
    }

    @Test
    void oneChangedDigitOfItIsRefused() throws Exception {
        String name = "metadata/1.targets.json";
        String text = new String(repository.read(name), StandardCharsets.UTF_8);
        int at = text.indexOf("\"sig\":\"", text.indexOf(KEY.keyid())) + 1000;
        char changed = text.charAt(at) == '0' ? '1' : '0';
        byte[] spoiled = (text.substring(0, at) + changed + text.substring(at + 1)).getBytes(StandardCharsets.UTF_8);
        SignedDocument document = SignedDocument.read(name, spoiled, Metadata.LONGEST, "targets");
        Root root = Root.read("root.json", pinned);
        assertThatThrownBy(() -> root.require(Role.TARGETS, document)).isInstanceOf(WithoutPostQuantum.class);
    }

    /** Both must hold: whoever breaks one kind alone has won nothing. */
    @Test
    void itDoesNotStandInForTheOtherSignature() throws Exception {
        repository.signers.put("targets", new Signer(40));
        repository.publish();
        assertThatThrownBy(this::verify).isInstanceOf(BelowThreshold.class);
    }

    @Test
    void aPinnedRootWithoutItIsRefused() {
        repository.postQuantumSigners.remove("root");
        pinned = repository.root(1);
        assertThatThrownBy(this::verify).isInstanceOf(WithoutPostQuantum.class);
    }

    @Test
    void aNewRootThatDropsTheDemandStillNeedsTheOldOnesSignature() throws Exception {
        repository.postQuantum.clear();
        repository.write("metadata/2.root.json", repository.root(2));
        assertThat(verify().versions().root()).isEqualTo(2);
        repository.postQuantumSigners.remove("root");
        repository.write("metadata/2.root.json", repository.root(2));
        assertThatThrownBy(this::verify).isInstanceOf(WithoutPostQuantum.class);
    }

    @Test
    void aNewRootWithAnotherSuchKeyNeedsBoth() throws Exception {
        repository.postQuantum.put("root", demand(OTHER));
        repository.write("metadata/2.root.json", repository.root(2));
        assertThatThrownBy(this::verify).isInstanceOf(WithoutPostQuantum.class);
    }

    @Test
    void aDemandThatNeedsNoKeyOrAnotherKindIsNoDemand() {
        for (Map<String, Object> spoiled : List.<Map<String, Object>>of(
                Map.of("keys", Map.of(KEY.keyid(), KEY.json()), "threshold", 0),
                Map.of("keys", Map.of(KEY.keyid(), KEY.json("ml-dsa-44")), "threshold", 1),
                Map.of("keys", Map.of("x", new Signer(1).json()), "threshold", 1),
                Map.of("threshold", 1))) {
            repository.postQuantum.put("targets", spoiled);
            byte[] root = repository.root(1);
            assertThatThrownBy(() -> Root.read("root.json", root)).isInstanceOf(MalformedDocument.class);
        }
    }
}
