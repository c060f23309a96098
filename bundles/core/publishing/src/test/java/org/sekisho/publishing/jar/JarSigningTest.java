package org.sekisho.publishing.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.extensions.BundleFacts;
import org.sekisho.publishing.KeyPlace;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.workspace.WorkspaceFolder;

class JarSigningTest {
    private static final Passphrases KNOWN = key -> phrase();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"ED25519", "ECDSA", "RSA"})
    void javaAndVettingFindTheSignerOnEveryFile(KeyType type) throws Exception {
        WorkspaceFolder workspace = workspace(type);
        byte[] bytes = workspace.sign(jar(), KNOWN);
        Path signed = Files.write(folder.resolve("signed.jar"), bytes);

        assertThat(certificates(signed, "a/file.txt"))
                .containsExactly(workspace.files().certificate(workspace.publisher()));
        BundleFacts facts = BundleFacts.read(bytes);
        assertThat(facts.objections()).isEmpty();
        assertThat(facts.signer()).map(BundleFacts.Signer::name).contains("Corner Software");
        assertThat(jarsigner(signed)).contains("jar verified.").doesNotContain("unsigned entries");
    }

    @Test
    void sameJarGivesTheSameBytes() throws Exception {
        WorkspaceFolder workspace = workspace(KeyType.ED25519);

        assertThat(workspace.sign(jar(), KNOWN)).isEqualTo(workspace.sign(jar(), KNOWN));
    }

    @Test
    void whatWasChangedAfterwardsIsNoticed() throws Exception {
        JarEntries signed = JarEntries.read(Files.write(
                folder.resolve("signed.jar"), workspace(KeyType.ED25519).sign(jar(), KNOWN)));
        signed.files().put("a/file.txt", "other".getBytes(StandardCharsets.UTF_8));

        BundleFacts facts = BundleFacts.read(signed.toBytes());

        assertThat(facts.signer()).isEmpty();
        assertThat(facts.objections()).anyMatch(objection -> objection.contains("a/file.txt"));
    }

    private WorkspaceFolder workspace(KeyType type) throws Exception {
        WorkspaceFolder workspace = WorkspaceFolder.in(folder.resolve("workspace"));
        workspace.newKey(
                KeyRole.PUBLISHER, type, new KeyPlace.InFile(KeyPlace.Format.P12), "Corner Software", phrase());
        return workspace;
    }

    private Path jar() throws IOException {
        return Jars.bundle(folder, "shop.till", "");
    }

    private static Passphrase phrase() {
        return new Passphrase("correct horse battery".toCharArray());
    }

    private static Certificate[] certificates(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            JarEntry entry = file.getJarEntry(name);
            file.getInputStream(entry).readAllBytes();
            return entry.getCertificates();
        }
    }

    private String jarsigner(Path jar) throws IOException, InterruptedException {
        Path screen = folder.resolve("screen.txt");
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
