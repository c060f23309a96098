package org.sekisho.publishing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.publishing.KeyInfo;
import org.sekisho.publishing.KeyPlace;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.workspace.WorkspaceFolder;

class KeyFilesTest {
    private static final byte[] MESSAGE = "vouched for".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path tokens;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ED25519, P12",
        "ED25519, PEM",
        "ECDSA, P12",
        "ECDSA, PEM",
        "RSA, P12",
        "RSA, PEM",
        "ML_DSA_65, PEM",
    })
    void keySignsAfterItWasReadAgain(KeyType type, KeyPlace.Format format) throws Exception {
        WorkspaceFolder workspace = workspace();
        KeyInfo made = workspace.newKey(KeyRole.ROOT, type, new KeyPlace.InFile(format), "Corner Software", phrase());

        SigningKey key = workspace.files().secret(made.name(), name -> phrase());

        assertVerifies(key, HexFormat.of().parseHex(key.sign(MESSAGE)));
        assertThat(key.open().keyid()).isEqualTo(made.keyid());
    }

    @ParameterizedTest
    @CsvSource({"P12", "PEM"})
    void wrongPassphraseIsToldAndOpensNothing(KeyPlace.Format format) throws Exception {
        WorkspaceFolder workspace = workspace();
        workspace.newKey(KeyRole.TARGETS, KeyType.ED25519, new KeyPlace.InFile(format), "Corner", phrase());

        assertThatThrownBy(() -> workspace
                        .files()
                        .secret("targets", name -> new Passphrase("wrong horse battery".toCharArray())))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("not the passphrase of the key targets");
    }

    @Test
    void shortPassphraseMakesNoKey() throws Exception {
        WorkspaceFolder workspace = workspace();

        assertThatThrownBy(() -> workspace.newKey(
                        KeyRole.ROOT,
                        KeyType.ED25519,
                        new KeyPlace.InFile(KeyPlace.Format.P12),
                        "Corner",
                        new Passphrase("short".toCharArray())))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("at least 12 characters");
        assertThat(workspace.keys()).isEmpty();
    }

    @Test
    void folderAndFilesAreForTheirOwnerAlone() throws Exception {
        WorkspaceFolder workspace = workspace();
        make(workspace, KeyRole.PUBLISHER);

        assertThat(permissions(workspace.folder())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(workspace.folder())) {
            assertThat(files.filter(file -> !file.endsWith("lock")).map(KeyFilesTest::permissions))
                    .hasSize(3)
                    .containsOnly("rw-------");
        }
    }

    @Test
    void nothingOfAnEncryptedFileIsInTheClear() throws Exception {
        WorkspaceFolder workspace = workspace();
        workspace.newKey(KeyRole.ROOT, KeyType.ED25519, new KeyPlace.InFile(KeyPlace.Format.PEM), "Corner", phrase());

        assertThat(workspace.folder().resolve("root.pem"))
                .content()
                .startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    }

    @Test
    void furtherKeysOfARoleAreNumbered() throws Exception {
        WorkspaceFolder workspace = workspace();
        make(workspace, KeyRole.ROOT);
        make(workspace, KeyRole.ROOT);
        workspace.retire("root-2");
        make(workspace, KeyRole.ROOT);

        assertThat(workspace.keys().stream().map(KeyInfo::name)).containsExactly("root", "root-3");
    }

    @Test
    void publicHalfAloneIsKnownAsKeptElsewhere() throws Exception {
        WorkspaceFolder workspace = workspace();
        make(workspace, KeyRole.ROOT);
        Files.delete(workspace.folder().resolve("root.p12"));

        assertThat(workspace.keys()).extracting(KeyInfo::atHand).containsExactly(false);
    }

    @Test
    void postQuantumKeySignsForNoOnlineRole() throws Exception {
        WorkspaceFolder workspace = workspace();

        assertThatThrownBy(() -> workspace.newKey(
                        KeyRole.TIMESTAMP,
                        KeyType.ML_DSA_65,
                        new KeyPlace.InFile(KeyPlace.Format.PEM),
                        "Corner",
                        phrase()))
                .isInstanceOf(PublishingFault.class);
    }

    @ParameterizedTest
    @CsvSource({"ECDSA", "RSA"})
    void keyOnATokenSignsThere(KeyType type) throws Exception {
        Path configuration = softToken();
        WorkspaceFolder workspace = workspace();
        KeyPlace token = new KeyPlace.OnToken(configuration);
        KeyInfo made = workspace.newKey(KeyRole.TARGETS, type, token, "Corner", pin());

        SigningKey key = workspace.files().secret(made.name(), name -> pin());

        assertVerifies(key, HexFormat.of().parseHex(key.sign(MESSAGE)));
        assertThat(key.secret().getEncoded()).as("it never leaves the token").isNull();
    }

    @Test
    void wrongPinOpensNoToken() throws Exception {
        Path configuration = softToken();

        assertThatThrownBy(() -> workspace()
                        .newKey(
                                KeyRole.ROOT,
                                KeyType.ECDSA,
                                new KeyPlace.OnToken(configuration),
                                "Corner",
                                new Passphrase("87654321".toCharArray())))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("not the passphrase of the key root");
    }

    /** A token of these tests' own: a process sees only those that were there when it first asked. */
    private static synchronized Path softToken() throws Exception {
        Path library = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("none"));
        assumeTrue(Files.exists(library) && System.getenv("SOFTHSM2_CONF") != null, "SoftHSM is not there");
        Path configuration = tokens.resolve("token.cfg");
        if (!Files.exists(configuration)) {
            Path screen = tokens.resolve("softhsm.txt");
            Process process = new ProcessBuilder(
                            "softhsm2-util --init-token --free --label sekisho-keys --so-pin 12345678 --pin 1234567890"
                                    .split(" ", -1))
                    .redirectErrorStream(true)
                    .redirectOutput(screen.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(screen)).isZero();
            String slot = Files.readString(screen).replaceAll("(?s).*slot (\\d+).*", "$1");
            Files.writeString(configuration, "name = keys\nlibrary = " + library + "\nslot = " + slot + "\n");
        }
        return configuration;
    }

    private static Passphrase pin() {
        return new Passphrase("1234567890".toCharArray());
    }

    private static void make(WorkspaceFolder workspace, KeyRole role) throws IOException, PublishingFault {
        workspace.newKey(role, KeyType.ED25519, new KeyPlace.InFile(KeyPlace.Format.P12), "Corner", phrase());
    }

    private WorkspaceFolder workspace() {
        return WorkspaceFolder.in(folder.resolve("workspace"));
    }

    private static Passphrase phrase() {
        return new Passphrase("correct horse battery".toCharArray());
    }

    private static void assertVerifies(SigningKey key, byte[] sig) throws Exception {
        Signature check = Algorithms.signature(key.open().type(), Optional.empty());
        for (byte[] message : List.of(MESSAGE, "else".getBytes(StandardCharsets.UTF_8))) {
            check.initVerify(key.open().key());
            check.update(message);
            assertThat(check.verify(sig)).isEqualTo(message == MESSAGE);
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
