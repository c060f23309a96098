package org.sekisho.gate.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {

    @TempDir
    Path platform;

    @Test
    void whatIsSaidInAnotherEncodingIsToldAllTheSame() throws Exception {
        Path launcher = Files.createDirectories(platform.resolve("bin")).resolve("sekisho");
        Files.writeString(launcher, "#!/bin/sh\nprintf 'broken \\202\\240'\nexit 1\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Trial trial = new Trial();
        assertThat(trial.starts(platform)).isFalse();
        assertThat(trial.said()).startsWith("broken \ufffd");
    }
}
