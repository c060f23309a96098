package org.sekisho.extensions.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.JarSmith;
import org.sekisho.extensions.jar.Structure;

final class SignatureTest {

    private static final byte[] PLAIN = JarSmith.of("a/A.class", "b.txt").forge();

    private static SignedJars publisher;
    private static byte[] signed;

    @BeforeAll
    static void sign() throws IOException, GeneralSecurityException, OperatorCreationException {
        publisher = SignedJars.ed25519("Example\\, Ltd");
        signed = publisher.sign(PLAIN);
    }

    @Test
    void signedJarNamesItsPublisherAndIsStrict() {
        assertThat(Structure.of(signed).findings()).isEmpty();
        assertThat(Signature.of(Repacked.entries(signed))).isInstanceOfSatisfying(Signature.Signed.class, it -> {
            assertThat(it.publisher().name()).isEqualTo("Example, Ltd");
            assertThat(it.publisher().spkiSha256()).isEqualTo(publisher.spkiSha256());
        });
    }

    @Test
    void rsa3072AndP256AreTaken() throws Exception {
        assertThat(of(SignedJars.rsa(3072).sign(PLAIN))).isEmpty();
        assertThat(of(SignedJars.ec("secp256r1").sign(PLAIN))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-384", "SHA-512"})
    void strongerDigestsAreTaken(String digest) throws Exception {
        assertThat(of(publisher.sign(PLAIN, digest, "EXAMPLE"))).isEmpty();
    }

    @Test
    void weakKeysAreRefused() throws Exception {
        assertThat(of(SignedJars.rsa(2048).sign(PLAIN))).containsExactly("SIGNATURE_INVALID signature.weak-key");
        assertThat(of(SignedJars.ec("secp384r1").sign(PLAIN))).containsExactly("SIGNATURE_INVALID signature.weak-key");
    }

    @Test
    void weakDigestIsRefused() throws Exception {
        assertThat(of(publisher.sign(PLAIN, "SHA-1", "EXAMPLE"))).contains("SIGNATURE_INVALID signature.weak-digest");
    }

    @Test
    void unsignedJarIsRefused() {
        assertThat(of(PLAIN)).containsExactly("UNSIGNED signature.none");
    }

    @Test
    void changedFileIsRefused() {
        assertThat(of(Repacked.changed(signed, "b.txt", text -> text + "!")))
                .containsExactly("SIGNATURE_INVALID signature.changed");
    }

    /** Among them a key without bytes, which the JDK's own reader answers with an exception of arrays; found by fuzzing. */
    @Test
    void noFlippedBitOfTheBlockNamesAnybodyElse() {
        ArchiveEntry block = Repacked.entries(signed).stream()
                .filter(entry -> entry.name().endsWith(".EC"))
                .findFirst()
                .orElseThrow();
        int refused = 0;
        for (int bit = 0; bit < 8 * block.content().length; bit++) {
            int flipped = bit;
            Signature found = Signature.of(Repacked.changed(
                    signed,
                    block.name(),
                    text -> text.substring(0, flipped / 8)
                            + (char) (text.charAt(flipped / 8) ^ 1 << flipped % 8)
                            + text.substring(flipped / 8 + 1)));
            if (found instanceof Signature.Signed by) {
                assertThat(by.publisher())
                        .satisfies(it -> assertThat(it.name() + it.spkiSha256())
                                .isEqualTo("Example, Ltd" + publisher.spkiSha256()));
            } else {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(4 * block.content().length);
    }

    @Test
    void everyChangedFileIsNamed() {
        List<ArchiveEntry> entries = Repacked.entries(signed).stream()
                .map(e -> e.name().startsWith("META-INF/") ? e : new ArchiveEntry(e.name(), new byte[] {1}))
                .toList();
        assertThat(((Signature.Doubtful) Signature.of(entries)).findings()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.txt", "META-INF/services/x", "META-INF/versions/17/a/A.class", "META-INF/SIG-X", "x.SF"})
    void addedFileIsRefused(String name) {
        assertThat(of(Repacked.with(signed, name, "new"))).containsExactly("UNSIGNED signature.added");
    }

    @Test
    void removedFileIsRefused() {
        assertThat(of(Repacked.without(signed, "b.txt"))).containsExactly("SIGNATURE_INVALID signature.removed");
    }

    @Test
    void changedMainSectionOfTheManifestIsRefused() {
        assertThat(of(Repacked.changed(
                        signed, "META-INF/MANIFEST.MF", text -> text.replaceFirst("\r\n", "\r\nFragment-Host: x\r\n"))))
                .containsExactly("SIGNATURE_INVALID signature.manifest");
    }

    @Test
    void signatureFileWithoutADigestOfTheManifestIsRefused() {
        assertThat(of(Repacked.changed(
                        signed,
                        "META-INF/EXAMPLE.SF",
                        text -> text.replaceFirst("SHA-256-Digest-Manifest: [^\r]*\r\n", ""))))
                .containsExactly("SIGNATURE_INVALID signature.manifest");
    }

    @Test
    void replacedClassIsRefused() {
        assertThat(of(Repacked.changed(signed, "a/A.class", text -> "another class")))
                .containsExactly("SIGNATURE_INVALID signature.changed");
    }

    @Test
    void md5IsRefused() throws Exception {
        assertThat(of(publisher.sign(PLAIN, "MD5", "EXAMPLE"))).contains("SIGNATURE_INVALID signature.weak-digest");
    }

    @Test
    void addedFileWithItsOwnSectionIsRefused() {
        List<ArchiveEntry> entries = new ArrayList<>(Repacked.changed(
                signed,
                "META-INF/MANIFEST.MF",
                text -> text + "Name: c.txt\r\nSHA-256-Digest: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\r\n\r\n"));
        entries.add(new ArchiveEntry("c.txt", new byte[0]));
        assertThat(of(entries)).containsExactly("SIGNATURE_INVALID signature.manifest");
    }

    @Test
    void signatureFileThatWasChangedWithTheManifestIsRefused() {
        List<ArchiveEntry> entries =
                Repacked.changed(signed, "META-INF/EXAMPLE.SF", text -> text.replace("Created-By", "Created-Bx"));
        assertThat(of(entries)).containsExactly("SIGNATURE_INVALID signature.block");
    }

    @Test
    void blockOfAnotherJarIsRefused() throws Exception {
        byte[] other = publisher.sign(JarSmith.of("other.txt").forge());
        ArchiveEntry block = Repacked.entries(other).stream()
                .filter(e -> e.name().equals("META-INF/EXAMPLE.EC"))
                .findFirst()
                .orElseThrow();
        List<ArchiveEntry> entries = Repacked.entries(signed).stream()
                .map(e -> e.name().equals(block.name()) ? block : e)
                .toList();
        assertThat(of(entries)).containsExactly("SIGNATURE_INVALID signature.block");
    }

    @Test
    void anotherNameBesideTheSameKeyIsRefused() {
        List<ArchiveEntry> entries = Repacked.entries(signed).stream()
                .map(e -> e.name().equals("META-INF/EXAMPLE.EC") ? renamed(e) : e)
                .toList();
        assertThat(of(entries)).containsExactly("SIGNATURE_INVALID signature.certificate");
    }

    /** With another letter in the certificate's subject; its issuer, which the signer is found by, stands before that. */
    private static ArchiveEntry renamed(ArchiveEntry block) {
        String bytes = new String(block.content(), StandardCharsets.ISO_8859_1);
        int issuer = bytes.indexOf("Example");
        int subject = bytes.indexOf("Example", issuer + 1);
        assertThat(subject).isPositive();
        String changed = bytes.substring(0, subject) + "Exemple" + bytes.substring(subject + "Example".length());
        return new ArchiveEntry(block.name(), changed.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void garbageForABlockIsRefused() {
        assertThat(of(Repacked.changed(signed, "META-INF/EXAMPLE.EC", text -> "garbage")))
                .containsExactly("SIGNATURE_INVALID signature.block");
    }

    @Test
    void missingBlockOrListOrManifestIsRefused() {
        for (String name : List.of("META-INF/EXAMPLE.EC", "META-INF/EXAMPLE.SF", "META-INF/MANIFEST.MF")) {
            assertThat(of(Repacked.without(signed, name))).containsExactly("SIGNATURE_INVALID signature.not-one");
        }
    }

    @Test
    void signatureOverNothingIsRefused() throws Exception {
        assertThat(of(publisher.sign(JarSmith.of("META-INF/").forge())))
                .containsExactly("SIGNATURE_INVALID signature.nothing");
    }

    @Test
    void secondSignerIsRefused() throws Exception {
        byte[] twice = SignedJars.ed25519("Another").sign(signed, "SHA-256", "ANOTHER");
        assertThat(of(twice)).containsExactly("SIGNATURE_INVALID signature.not-one");
    }

    @Test
    void fileThatStandsTwiceIsRefused() {
        assertThat(of(Repacked.with(signed, "b.txt", "content of b.txt")))
                .containsExactly("SIGNATURE_INVALID signature.not-one");
    }

    private static List<String> of(byte[] jar) {
        return of(Repacked.entries(jar));
    }

    private static List<String> of(List<ArchiveEntry> entries) {
        return Signature.of(entries) instanceof Signature.Doubtful doubtful
                ? doubtful.findings().stream()
                        .map(finding -> finding.code() + " " + finding.key())
                        .distinct()
                        .toList()
                : List.of();
    }
}
