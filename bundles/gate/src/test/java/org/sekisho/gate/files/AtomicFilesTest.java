package org.sekisho.gate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path folder;

    /** The system refuses to flush this one, as it would a disk that fails. */
    @Test
    void aFlushThatFailsIsTold() {
        assertThatThrownBy(() -> AtomicFiles.sync(Path.of("/dev/null"))).isInstanceOf(IOException.class);
        assertThatCode(() -> AtomicFiles.sync(folder.resolve("none"))).doesNotThrowAnyException();
    }

    @Test
    void aModeIsThatOfTheDraftAlready() throws Exception {
        Path file = folder.resolve("file");
        Files.createDirectories(file.resolve("in the way"));
        assertThatThrownBy(() -> AtomicFiles.write(file, new byte[] {1}, PosixFilePermissions.fromString("rw-r--rw-")))
                .isInstanceOf(IOException.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("file.new"))))
                .isEqualTo("rw-r--rw-");
    }
}
