package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b/c.txt", "a/", "..a", "a..b", "日本語.txt", "META-INF/services/x", "a b"})
    void plainPathIsStrict(String name) {
        assertThat(Found.in(JarSmith.of(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/passwd, name-absolute",
        "C:/x, name-absolute",
        "c:x, name-absolute",
        "../x, name-dots",
        "a/../../x, name-dots",
        "a/./x, name-dots",
        "a//x, name-dots",
        "a/.., name-dots",
        "a\\x, name-backslash",
        "..\\x, name-backslash",
        "meta-inf/x, name-meta-inf",
        "META-inf/MANIFEST.MF, name-meta-inf",
    })
    void pathThatLeavesOrHidesIsRefused(String name, String key) {
        assertThat(Found.in(JarSmith.of(name))).contains("structure." + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "a\u001b[2J", "a\u007fb", "a\u202eb", "a\u200bb", "a\u2028b"})
    void invisibleCharacterIsRefused(String name) {
        assertThat(Found.in(JarSmith.of(name))).contains("structure.name-control");
    }

    @Test
    void emptyNameIsRefused() {
        assertThat(Found.in(JarSmith.of(""))).contains("structure.name-length");
    }

    @Test
    void nameWithoutEndIsRefused() {
        assertThat(Found.in(JarSmith.of("a".repeat(600)))).contains("structure.name-length");
    }

    @Test
    void nameThatIsNoUtf8IsRefused() {
        assertThat(Found.in(JarSmith.of("a").but(p -> p.name = new byte[] {(byte) 0x83, 0x5c})))
                .contains("structure.name-charset");
    }

    @Test
    void nameThatDoesNotSayItIsUtf8IsRefused() {
        assertThat(Found.in(JarSmith.of("a").but(p -> p.name = "é".getBytes(StandardCharsets.UTF_8))))
                .contains("structure.name-charset");
    }

    @Test
    void duplicateIsRefused() {
        assertThat(Found.in(JarSmith.of("a/A.class", "a/A.class"))).containsExactly("structure.duplicate");
    }

    @ParameterizedTest
    @CsvSource({"a/A.class, a/a.class", "a, a/", "STRASSE, straße", "caf\u00e9, cafe\u0301"})
    void namesThatCollideAreRefused(String one, String other) {
        assertThat(Found.in(JarSmith.of(one, other))).containsExactly("structure.collision");
    }

    @Test
    void fileInAFileIsRefused() {
        assertThat(Found.in(JarSmith.of("a", "a/b"))).containsExactly("structure.file-as-folder");
    }
}
