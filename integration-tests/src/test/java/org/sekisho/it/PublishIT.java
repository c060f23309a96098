package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.antivirus.clamd.fixture.ClamdServer;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.tuf.Fingerprint;
import org.sekisho.gate.tuf.RepositoryClient;
import org.sekisho.gate.tuf.VerifiedRepository;
import org.sekisho.gate.tuf.Versions;

/** An integrator at the command line: from keys to a published list, beside a real clamd; and what must not get that far. */
class PublishIT {

    private static final List<String> LISTS = List.of("allowlist.json", "assembly.json", "revocations.json");

    @TempDir
    static Path folder;

    static ClamdServer clamd;
    static Register register;
    static Path passphrase;

    @TempDir
    Path desk;

    private Path workspace;
    private Path site;

    @BeforeAll
    static void openOffice() throws IOException {
        clamd = ClamdServer.start();
        register = new Register(folder).with("SEKISHO_CLAMD", clamd.address());
        passphrase = register.file("passphrase", "correct horse battery\n");
    }

    @AfterAll
    static void closeOffice() {
        if (clamd != null) {
            clamd.close();
        }
    }

    /** A copy of the workspace that signed the demo register: its root is the one that the register pinned. */
    @BeforeEach
    void copyWorkspace() throws Exception {
        workspace = desk.resolve("workspace");
        site = desk.resolve("site");
        DevelopmentWorkspace.copyTo(workspace);
    }

    @Test
    void onePluginMoreForAFleet() throws Exception {
        Path jar = guest("1.0.0");
        must("sign", jar);
        assertThat(jarsigner(jar)).contains("jar verified.");
        JsonObject allowed = json("allow", "--json", jar);
        JsonObject published = json("publish", "--json", site);

        VerifiedRepository taken = taken();
        JsonObject entry = entry(taken, "com.example.guest");
        assertThat(entry.get("sha256")).isEqualTo(allowed.get("sha256"));
        assertThat(entry.getAsJsonArray("evidence")
                        .get(0)
                        .getAsJsonObject()
                        .get("avVerdict")
                        .getAsString())
                .isEqualTo("CLEAN");
        assertThat(entry(taken, "org.sekisho.checkout").get("plugin").getAsBoolean())
                .isFalse();
        assertThat(taken.versions().targets())
                .isEqualTo(published.get("release").getAsLong());
        assertThat(published.get("fingerprint").getAsString())
                .isEqualTo(Fingerprint.of(Files.readAllBytes(site.resolve("metadata/timestamp.json")))
                        .text());
        assertThat(site.resolve(
                        "targets/bundles/" + entry.get("sha256").getAsString() + ".com.example.guest-1.0.0.jar"))
                .hasSameBinaryContentAs(jar);
    }

    @Test
    void keysOfOnesOwnSignAListOfOnesOwn() throws Exception {
        workspace = desk.resolve("own");
        Path jar = guest("1.0.0");
        must(
                "keys",
                "new",
                "publisher",
                "--owner",
                "Corner Software",
                "--type",
                "ecdsa",
                "--passphrase-file",
                passphrase);
        must("sign", jar, "--passphrase-file", passphrase);

        Answer vetted = register.sekisho("", "vet", "--json", jar);
        JsonObject report = JsonParser.parseString(vetted.out()).getAsJsonObject();
        assertThat(report.get("signer").getAsString()).isEqualTo("Corner Software");
        assertThat(report.getAsJsonArray("refusals"))
                .as("nothing but that no list has it yet")
                .allMatch(refusal ->
                        refusal.getAsJsonObject().get("code").getAsString().equals("NOT_ALLOWED"));
        assertThat(jarsigner(jar)).contains("jar verified.");
    }

    @Test
    void newVersionIsShownAgainstTheListedOne() throws Exception {
        Path one = guest("1.0.0");
        must("sign", one);
        must("allow", one);
        Path two = Guest.named("com.example.guest")
                .header("Bundle-Version", "1.1.0")
                .to(desk.resolve("two.jar"));
        must("sign", two);

        assertThat(must("allow", two, "--grant", "PROCESS").out())
                .contains("Compared with the listed version 1.0.0", "new powers  PROCESS", "RED POWERS  PROCESS");
    }

    @Test
    void unsignedJarIsNotListed() throws Exception {
        refused(guest("1.0.0"), "UNSIGNED guest-1.0.0.jar");
    }

    @Test
    void smallerGrantThanTheCodeNeedsIsRefused() throws Exception {
        Path jar = Guest.named("com.example.reader").code(Burglary.class).to(desk.resolve("reader-1.0.0.jar"));
        must("sign", jar);

        refused(jar, "POWERS_EXCEEDED reader-1.0.0.jar: its code uses", "--grant", "NETWORK");
    }

    /** Code that opens a file. */
    public static final class Burglary {
        public static byte[] open(Path file) throws IOException {
            return Files.readAllBytes(file);
        }
    }

    @Test
    void wrongPassphraseChangesNothing() throws Exception {
        workspace = desk.resolve("own");
        Path jar = guest("1.0.0");
        byte[] before = Files.readAllBytes(jar);
        must("keys", "new", "publisher", "--passphrase-file", passphrase);
        Path wrong = Files.writeString(desk.resolve("wrong"), "wrong horse battery\n");

        Answer answer = sekisho("sign", jar, "--passphrase-file", wrong);

        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.err()).contains("That is not the passphrase of the key publisher. Nothing was changed");
        assertThat(jar).hasBinaryContent(before);
    }

    @Test
    void missingKeyIsNamedAndSignsOnAnotherMachine() throws Exception {
        Path jar = guest("1.0.0");
        must("sign", jar);
        must("allow", jar);
        must("publish", site);
        Map<String, String> before = snapshot();
        Path elsewhere = Files.createDirectory(desk.resolve("elsewhere"));
        Files.move(workspace.resolve("targets.pem"), elsewhere.resolve("targets.pem"));
        Files.copy(workspace.resolve("targets.pub.pem"), elsewhere.resolve("targets.pub.pem"));
        must("revoke", "com.example.guest", "--level", "off-now", "--reason", "it leaks");

        Answer answer = sekisho("publish", site);
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.err()).contains("1 more for the role targets, by targets (", "sign --metadata");
        assertThat(snapshot()).isEqualTo(before);

        Path document = workspace.resolve("pending/targets.json");
        register.must("", "sign", "--metadata", document, "--workspace", elsewhere);
        must("publish", site);
        assertThat(new String(taken().document("revocations.json"), StandardCharsets.UTF_8))
                .contains("it leaks");
    }

    @Test
    void rotatedRootIsTakenByARegisterThatPinnedTheOld() throws Exception {
        json("publish", "--json", site);
        must("keys", "new", "root", "--passphrase-file", passphrase);
        must("keys", "retire", "root");

        assertThat(json("publish", "--json", site, "--passphrase-file", passphrase)
                        .get("root")
                        .getAsInt())
                .isEqualTo(2);
        assertThat(taken().versions().root()).isEqualTo(2);
    }

    @Test
    void workspaceInsideTheHomeIsRefused() {
        Answer answer = register.sekisho(
                "",
                "keys",
                "new",
                "root",
                "--passphrase-file",
                passphrase,
                "--workspace",
                register.home().resolve("w"));

        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(register.home().resolve("w")).doesNotExist();
    }

    @Test
    void killedPublicationLeavesAWholeRelease() throws Exception {
        must("publish", site);
        long last = taken().versions().targets();
        Random random = new Random(4);
        for (int kill = 0; kill < 6; kill++) {
            Path jar = guest("1.0." + kill);
            must("sign", jar);
            must("allow", jar);
            Process publishing =
                    register.start(desk.resolve("out"), desk.resolve("err"), "publish", site, "--workspace", workspace);
            publishing.waitFor(900 + random.nextInt(1200), TimeUnit.MILLISECONDS);
            publishing.destroyForcibly().waitFor();

            long now = taken().versions().targets();
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
        must("publish", site);
        assertThat(entry(taken(), "com.example.guest")).isNotNull();
        assertThat(taken().versions().targets()).isGreaterThan(last);
    }

    private Path guest(String version) throws IOException {
        return Guest.named("com.example.guest")
                .header("Bundle-Version", version)
                .to(desk.resolve("guest-" + version + ".jar"));
    }

    private void refused(Path jar, String why, Object... options) throws IOException {
        List<Object> all = new ArrayList<>(List.of("allow", jar));
        all.addAll(List.of(options));
        Answer answer = sekisho(all.toArray());

        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.out() + answer.err()).contains(why);
        Path list = workspace.resolve("draft/allowlist.json");
        assertThat(Files.exists(list) ? Files.readString(list) : "")
                .doesNotContain("\"com.example.guest\"", "\"com.example.reader\"");
    }

    private Answer sekisho(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--workspace", workspace));
        return register.sekisho("", all.toArray());
    }

    private Answer must(Object... arguments) {
        Answer answer = sekisho(arguments);
        assertThat(answer.exitCode()).as("%s%n%s", List.of(arguments), answer).isZero();
        return answer;
    }

    private JsonObject json(Object... arguments) {
        return JsonParser.parseString(must(arguments).out()).getAsJsonObject();
    }

    /** What a register that pinned the demo's root takes from the site. */
    private VerifiedRepository taken() throws IOException, TrustRefusal {
        byte[] pinned = Files.readAllBytes(register.installation().resolve("lib/trust/root.json"));
        return RepositoryClient.verify(site, pinned, Versions.NONE, Versions.NONE, LISTS);
    }

    private static JsonObject entry(VerifiedRepository taken, String symbolicName) throws TrustRefusal {
        JsonArray entries = JsonParser.parseString(new String(taken.document("allowlist.json"), StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonArray("entries");
        return entries.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(entry -> entry.get("symbolicName").getAsString().equals(symbolicName))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> snapshot() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return found;
    }

    private String jarsigner(Path jar) throws IOException, InterruptedException {
        Path screen = desk.resolve("jarsigner.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jarsigner")
                                .toString(),
                        "-J-Duser.language=en",
                        "-verify",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(screen);
    }
}
