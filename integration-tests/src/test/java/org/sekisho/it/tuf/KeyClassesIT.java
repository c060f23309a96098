package org.sekisho.it.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register whose repository has Ed25519 keys alone does not pay for other kinds at each start. */
class KeyClassesIT {

    private static final Path INSTALLATION = Path.of(System.getProperty("sekisho.installation"));

    @TempDir
    Path folder;

    @Test
    void theClassesOfOtherKindsOfKeysAreNotLoaded() throws Exception {
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xlog:class+load",
                        "-Dsekisho.installation=" + INSTALLATION.toRealPath(),
                        "--module-path",
                        INSTALLATION.resolve("lib/modules").toString(),
                        "--module",
                        "org.sekisho.gate/org.sekisho.gate.launch.Main",
                        "check",
                        "--home",
                        folder.resolve("none").toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines;
        try (var out = check.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().toList();
        }
        assertThat(check.waitFor()).isZero();
        assertThat(lines).anyMatch(line -> line.contains(" org.sekisho.gate.tuf.Ed25519Key "));
        assertThat(lines)
                .noneMatch(line -> line.matches(".* org\\.sekisho\\.gate\\.tuf\\.(Rsa|Ecdsa|MlDsa)Key .*"))
                .noneMatch(
                        line -> line.matches(
                                ".* org\\.bouncycastle\\.(jcajce\\.provider|crypto\\.(engines\\.RSA|signers\\.(PSS|ECDSA|MLDSA))|asn1\\.x509).*"));
    }
}
