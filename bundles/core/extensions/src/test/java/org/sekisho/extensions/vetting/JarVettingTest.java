package org.sekisho.extensions.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.inspection.Verdict;
import org.sekisho.extensions.VetReport;
import org.sekisho.extensions.jar.JarDigest;
import org.sekisho.extensions.jar.JarSmith;
import org.sekisho.extensions.signature.SignedJars;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.RefusalCode;

final class JarVettingTest {

    private static final String NAME = "com.example.loyalty";
    private static final String MANIFEST = "Manifest-Version: 1.0\r\nBundle-SymbolicName: " + NAME
            + "\r\nBundle-Version: 2.3.0\r\nImport-Package: org.sekisho.api.checkout,javax.naming\r\n\r\n";

    private static SignedJars publisher;
    private static byte[] jar;

    private final JarVetting vetting = new JarVetting();

    @BeforeAll
    static void sign() throws Exception {
        publisher = SignedJars.ed25519("Example Ltd");
        jar = publisher.sign(new JarSmith()
                .add("META-INF/MANIFEST.MF", MANIFEST)
                .add(
                        "META-INF/sbom/bom.json",
                        "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{},{}]}")
                .add("a.txt", "text")
                .forge());
    }

    @BeforeEach
    void allowAndScan() {
        vetting.gate = new Allowlisted(List.of(listing()));
        vetting.inspection = (name, content) -> new Verdict.Clean("ClamAV 1.0");
    }

    @Test
    void listedSignedCleanJarIsFit() {
        VetReport report = vetting.vet("loyalty-2.3.jar", jar);
        assertThat(report.refusals()).isEmpty();
        assertThat(report.isFit()).isTrue();
        assertThat(report.symbolicName()).isEqualTo(NAME);
        assertThat(report.signer()).isEqualTo("Example Ltd");
        assertThat(report.powers()).containsExactly("JNDI");
        assertThat(report.redPowers()).containsExactly("JNDI");
        assertThat(report.powersMayBeIncomplete()).isFalse();
        assertThat(report.inspectedBy()).isEqualTo("ClamAV 1.0");
        assertThat(report.sbom()).isEqualTo("CycloneDX 1.6 (2) META-INF/sbom/bom.json");
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void unsignedJarIsRefusedInASentence() {
        byte[] plain = new JarSmith()
                .add("META-INF/MANIFEST.MF", "Bundle-SymbolicName: x.y\n\n")
                .forge();
        List<Refusal> refusals = vetting.vet("x.jar", plain).refusals();
        assertThat(codes(refusals)).containsExactly(RefusalCode.NOT_ALLOWED, RefusalCode.UNSIGNED);
        assertThat(refusals.get(0).sentence())
                .isEqualTo("NOT_ALLOWED x.jar: not in this shop's allowlist. "
                        + "Nothing was installed; sales continue. Ask your integrator to vet it.");
    }

    @Test
    void oneChangedByteIsToldAsAChangeOfTheListedJar() {
        int at = new String(jar, StandardCharsets.ISO_8859_1).indexOf("a.txt") + 7;
        byte[] changed = jar.clone();
        changed[at] ^= 1;
        List<Refusal> refusals = vetting.vet("loyalty.jar", changed).refusals();
        assertThat(codes(refusals))
                .contains(RefusalCode.NOT_ALLOWED, RefusalCode.STRUCTURE, RefusalCode.SIGNATURE_INVALID);
        assertThat(refusals.get(0).what())
                .isEqualTo(NAME + " 2.3.0 is listed under another digest: this file was changed");
    }

    @Test
    void appendedByteIsRefused() {
        List<Refusal> refusals =
                vetting.vet("loyalty.jar", Arrays.copyOf(jar, jar.length + 1)).refusals();
        assertThat(codes(refusals)).containsExactly(RefusalCode.NOT_ALLOWED, RefusalCode.STRUCTURE);
        assertThat(refusals.get(1).what()).isEqualTo("something follows the end of the zip (bytes: 1)");
    }

    @Test
    void addedEntryIsRefused() {
        byte[] added = Rebuilt.with(jar, "evil/Evil.class", "x");
        assertThat(codes(vetting.vet("loyalty.jar", added).refusals()))
                .containsExactly(RefusalCode.NOT_ALLOWED, RefusalCode.UNSIGNED, RefusalCode.POWERS_EXCEEDED);
    }

    @Test
    void otherVersionIsNotAllowed() throws Exception {
        byte[] newer = publisher.sign(new JarSmith()
                .add("META-INF/MANIFEST.MF", MANIFEST.replace("2.3.0", "2.4.0"))
                .add("a.txt", "text")
                .forge());
        List<Refusal> refusals = vetting.vet("loyalty.jar", newer).refusals();
        assertThat(codes(refusals)).containsExactly(RefusalCode.NOT_ALLOWED);
        assertThat(refusals.get(0).what()).contains("2.3.0", "2.4.0");
    }

    @Test
    void anotherPublisherUnderTheSameNameIsRefused() throws Exception {
        byte[] other = SignedJars.ed25519("Example Ltd")
                .sign(new JarSmith()
                        .add("META-INF/MANIFEST.MF", MANIFEST)
                        .add("a.txt", "text")
                        .forge());
        assertThat(codes(vetting.vet("loyalty.jar", other).refusals()))
                .containsExactly(RefusalCode.NOT_ALLOWED, RefusalCode.SIGNER_MISMATCH);
    }

    @Test
    void aFormerKeyOfTheListedPublisherIsTaken() {
        Listing now = listing(
                "0".repeat(64),
                List.of(publisher.spkiSha256()),
                List.of("JNDI"),
                listing().imports(),
                true,
                false);
        vetting.gate = new Allowlisted(List.of(now));
        assertThat(vetting.vet("loyalty.jar", jar).refusals()).isEmpty();
    }

    @Test
    void aKeyThatNeitherSignsNorSignedBeforeIsRefused() {
        Listing now = listing(
                "0".repeat(64),
                List.of("1".repeat(64)),
                List.of("JNDI"),
                listing().imports(),
                true,
                false);
        vetting.gate = new Allowlisted(List.of(now));
        assertThat(codes(vetting.vet("loyalty.jar", jar).refusals())).containsExactly(RefusalCode.SIGNER_MISMATCH);
    }

    @Test
    void anotherVersionIsToldByWhatItWantsBesides() throws Exception {
        byte[] newer = publisher.sign(new JarSmith()
                .add("META-INF/MANIFEST.MF", MANIFEST.replace("2.3.0", "2.4.0").replace("javax.naming", "javax.script"))
                .add("a.txt", "text")
                .forge());
        VetReport report = vetting.vet("loyalty.jar", newer);
        assertThat(report.difference().added().powers()).containsExactly("SCRIPT");
        assertThat(report.difference().dropped().powers()).containsExactly("JNDI");
        assertThat(report.notes())
                .contains(
                        "Compared with " + NAME + " 2.3.0:",
                        "newly wants the powers SCRIPT; two people must approve SCRIPT",
                        "newly wants the packages javax.script",
                        "no longer wants JNDI, javax.naming");
    }

    @Test
    void expiredCertificateIsRefusedForWhatIsNew() throws Exception {
        Instant past = Instant.now().minus(Duration.ofDays(1));
        byte[] old = SignedJars.ed25519("Late Ltd", past)
                .sign(new JarSmith()
                        .add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nBundle-SymbolicName: late\n\n")
                        .add("a.txt", "text")
                        .forge());
        assertThat(codes(vetting.vet("late.jar", old).refusals()))
                .containsExactly(RefusalCode.NOT_ALLOWED, RefusalCode.EXPIRED);
    }

    @Test
    void certificateOfTheFutureIsRefused() throws Exception {
        byte[] early = SignedJars.ed25519("Early Ltd", Instant.now().plus(Duration.ofDays(3650 + 10)))
                .sign(new JarSmith()
                        .add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nBundle-SymbolicName: early\n\n")
                        .add("a.txt", "text")
                        .forge());
        assertThat(codes(vetting.vet("early.jar", early).refusals()))
                .containsExactly(RefusalCode.NOT_ALLOWED, RefusalCode.EXPIRED);
    }

    @Test
    void expiredCertificateDoesNotStopWhatIsApproved() {
        JarVetting later = new JarVetting(Clock.fixed(Instant.now().plus(Duration.ofDays(4000)), ZoneOffset.UTC));
        later.gate = vetting.gate;
        later.inspection = vetting.inspection;
        assertThat(later.vet("loyalty.jar", jar).isFit()).isTrue();
    }

    @Test
    void revokedJarIsRefused() {
        vetting.gate =
                new Allowlisted(List.of(listing(List.of("JNDI"), listing().imports(), true, true)));
        assertThat(codes(vetting.vet("loyalty.jar", jar).refusals())).containsExactly(RefusalCode.REVOKED);
    }

    @Test
    void missingApprovalIsANoteNotARefusal() {
        vetting.gate =
                new Allowlisted(List.of(listing(List.of("JNDI"), listing().imports(), false, false)));
        VetReport report = vetting.vet("loyalty.jar", jar);
        assertThat(report.isFit()).isTrue();
        assertThat(report.notes()).singleElement().asString().contains("approved");
    }

    @Test
    void powersBeyondTheGrantedAreRefused() {
        vetting.gate =
                new Allowlisted(List.of(listing(List.of("FILES"), listing().imports(), true, false)));
        List<Refusal> refusals = vetting.vet("loyalty.jar", jar).refusals();
        assertThat(codes(refusals)).containsExactly(RefusalCode.POWERS_EXCEEDED);
        assertThat(refusals.get(0).what()).endsWith(": JNDI");
    }

    @Test
    void importsBeyondTheGrantedAreRefused() {
        vetting.gate = new Allowlisted(List.of(listing(List.of("JNDI"), List.of("javax.naming"), true, false)));
        assertThat(codes(vetting.vet("loyalty.jar", jar).refusals())).containsExactly(RefusalCode.STRUCTURE);
    }

    @Test
    void everyVerdictButCleanRefuses() {
        assertThat(codesWith(new Verdict.Infected("Eicar"))).containsExactly(RefusalCode.INFECTED);
        assertThat(codesWith(new Verdict.NotFullyScanned("limit"))).containsExactly(RefusalCode.NOT_SCANNED);
        assertThat(codesWith(new Verdict.Unavailable("refused"))).containsExactly(RefusalCode.NOT_SCANNED);
    }

    @Test
    void withoutGateOrAntivirusNothingIsFit() {
        vetting.gate = null;
        vetting.inspection = null;
        assertThat(codes(vetting.vet("loyalty.jar", jar).refusals()))
                .contains(RefusalCode.NOT_ALLOWED, RefusalCode.NOT_SCANNED);
    }

    @Test
    void sentencesComeInJapanese() {
        vetting.gate = new Allowlisted(List.of());
        Refusal refusal = vetting.vet("x.jar", jar, Locale.JAPAN).refusals().get(0);
        assertThat(refusal.what()).isEqualTo("この店の許可リストにありません");
        assertThat(refusal.sales()).contains("販売は続けられます");
        assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void fileNameCannotSteerATerminal() {
        assertThat(vetting.vet("\u001b[2J\nx.jar", jar).fileName()).isEqualTo("?[2J?x.jar");
    }

    private List<RefusalCode> codesWith(Verdict verdict) {
        vetting.inspection = (name, content) -> verdict;
        return codes(vetting.vet("loyalty.jar", jar).refusals());
    }

    private static List<RefusalCode> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).distinct().toList();
    }

    private static Listing listing() {
        return listing(List.of("JNDI"), List.of("org.sekisho.api.checkout", "javax.naming"), true, false);
    }

    private static Listing listing(List<String> powers, List<String> imports, boolean approved, boolean revoked) {
        return listing(publisher.spkiSha256(), List.of(), powers, imports, approved, revoked);
    }

    private static Listing listing(
            String spkiSha256,
            List<String> lineage,
            List<String> powers,
            List<String> imports,
            boolean approved,
            boolean revoked) {
        return new Listing(
                JarDigest.sha256(jar),
                NAME,
                "2.3.0",
                "loyalty-2.3.jar",
                "Example Ltd",
                spkiSha256,
                lineage,
                powers,
                imports,
                List.of(),
                List.of(),
                approved,
                revoked,
                true);
    }
}
