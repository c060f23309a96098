package org.sekisho.extensions.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.extensions.jar.JarSmith;
import org.sekisho.extensions.jar.Structure;

/** What a publisher gets from {@code jarsigner} as it comes, of every JDK that is here. */
final class JarsignerTest {

    private static final Path ALL_JAVA = Path.of("/usr/lib/jvm");
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> aJarSignedByJarsignerHasThatPublisher() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path jdk : jdks()) {
            tests.add(test(jdk, "Ed25519"));
            tests.add(test(jdk, "EC", "-groupname", "secp256r1"));
            tests.add(test(jdk, "RSA", "-keysize", "3072"));
        }
        return tests;
    }

    private DynamicTest test(Path jdk, String algorithm, String... size) {
        return DynamicTest.dynamicTest(jdk.getFileName() + " " + algorithm, () -> {
            byte[] jar = sign(jdk, algorithm, size);
            assertThat(Structure.of(jar).findings()).isEmpty();
            assertThat(Signature.of(Structure.of(jar).entries()))
                    .isInstanceOfSatisfying(
                            Signature.Signed.class,
                            signed -> assertThat(signed.publisher().name()).isEqualTo("Publisher " + algorithm));
            assertThat(Signature.of(Repacked.with(jar, "added.txt", "x"))).isInstanceOf(Signature.Doubtful.class);
        });
    }

    private byte[] sign(Path jdk, String algorithm, String... size) throws IOException, InterruptedException {
        Path keys = folder.resolve(jdk.getFileName() + algorithm + ".p12");
        Path jar = folder.resolve(jdk.getFileName() + algorithm + ".jar");
        Files.write(
                jar,
                new JarSmith()
                        .add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n")
                        .add("a/A.class", "content")
                        .forge());
        List<String> keytool = new ArrayList<>(List.of("-genkeypair", "-alias", "key", "-keyalg", algorithm));
        keytool.addAll(List.of(size));
        keytool.addAll(List.of("-dname", "CN=Publisher " + algorithm, "-keystore", keys.toString()));
        keytool.addAll(List.of("-storepass", PASSWORD, "-validity", "365"));
        run(jdk, "keytool", keytool);
        run(jdk, "jarsigner", List.of("-keystore", keys.toString(), "-storepass", PASSWORD, jar.toString(), "key"));
        return Files.readAllBytes(jar);
    }

    private void run(Path jdk, String tool, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(jdk.resolve("bin").resolve(tool).toString()));
        command.addAll(arguments);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> command + "\n" + read(out)).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The one that runs this test, and those that are installed beside it. */
    private static Set<Path> jdks() throws IOException {
        Set<Path> all = new LinkedHashSet<>();
        all.add(Path.of(System.getProperty("java.home")).toRealPath());
        if (Files.isDirectory(ALL_JAVA)) {
            try (Stream<Path> folders = Files.list(ALL_JAVA)) {
                for (Path folder : folders.sorted().toList()) {
                    if (Files.isExecutable(folder.resolve("bin/jarsigner"))) {
                        all.add(folder.toRealPath());
                    }
                }
            }
        }
        return all;
    }
}
