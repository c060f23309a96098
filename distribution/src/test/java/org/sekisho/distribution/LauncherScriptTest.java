package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/sekisho}, with a Java that only tells what it was given. */
class LauncherScriptTest {
    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void install() throws Exception {
        script = folder.resolve("register/bin/sekisho");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("src/main/bin/sekisho"), script);
    }

    @Test
    void givesTheGateItsArgumentsAsTheyAre() throws Exception {
        assertThat(run(java("17.0.15"), Map.of(), "vet", "my jar.jar").out())
                .contains("<--module>\n<org.sekisho.gate/org.sekisho.gate.launch.Main>\n<vet>\n<my jar.jar>\n");
    }

    @Test
    void closesTheVirtualMachineToOutsiders() throws Exception {
        assertThat(run(java("17.0.15"), Map.of()).out())
                .contains(
                        "<-XX:+DisableAttachMechanism>",
                        "<-XX:-EnableDynamicAgentLoading>",
                        "<-Dfelix.extensions.disable=true>")
                .doesNotContain("unsafe-memory-access");
    }

    @Test
    void deniesUnsafeAndForeignNativeCodeWhereJavaCan() throws Exception {
        assertThat(run(java("25"), Map.of()).out())
                .contains(
                        "<--sun-misc-unsafe-memory-access=deny>",
                        "<--illegal-native-access=deny>",
                        "<--enable-native-access=com.fazecast.jSerialComm>");
    }

    @Test
    void variablesThatCouldAddCodeDoNotReachJava() throws Exception {
        Map<String, String> variables = Map.of(
                "JAVA_TOOL_OPTIONS", "-javaagent:evil",
                "JDK_JAVA_OPTIONS", "evil",
                "_JAVA_OPTIONS", "evil",
                "CLASSPATH", "evil");

        assertThat(run(java("21.0.2"), variables).out())
                .doesNotContain("evil")
                .contains("JAVA_TOOL_OPTIONS is ignored", "CLASSPATH is ignored");
    }

    @Test
    void isFoundThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("sekisho"), script);
        script = link;

        assertThat(run(java("17.0.15"), Map.of()).out())
                .contains(
                        "<-Dsekisho.installation=" + folder.resolve("register").toRealPath() + ">");
    }

    @Test
    void theJavaThatWasDeliveredGoesBeforeAnyOther() throws Exception {
        Path other = java("17.0.15");
        Path own = folder.resolve("register/lib/java");
        Files.createDirectories(own.getParent());
        Files.move(java("25"), own);

        assertThat(run(other, Map.of()).out()).contains("<--illegal-native-access=deny>");
    }

    @Test
    void aNewerPlatformTakesOver() throws Exception {
        Path platform = folder.resolve("register/platform");
        Path newer = platform.resolve("b/bin/sekisho");
        Files.createDirectories(newer.getParent());
        Files.writeString(newer, "#!/bin/sh\nprintf 'newer %s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(newer, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(platform.resolve("live"), "b\n");

        assertThat(run(java("17.0.15"), Map.of(), "vet", "a b").out()).isEqualTo("newer vet\nnewer a b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "a", "../b", "", "b; echo"})
    void withoutOneTheDeliveredOneRuns(String live) throws Exception {
        Path platform = Files.createDirectories(folder.resolve("register/platform/b"));
        Files.writeString(platform.resolveSibling("live"), live);

        assertThat(run(java("17.0.15"), Map.of()).out()).contains("org.sekisho.gate.launch.Main");
    }

    @Test
    void tooOldJavaIsRefusedWithASentence() throws Exception {
        Answer answer = run(java("11.0.2"), Map.of());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("is Java 11; Sekisho needs 17 or newer");
    }

    @Test
    void missingJavaIsToldWithASentence() throws Exception {
        Answer answer = run(folder.resolve("nowhere"), Map.of());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("no Java in").contains("Set JAVA_HOME to a Java 17 or newer");
    }

    private record Answer(int exit, String out) {}

    private Answer run(Path javaHome, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(variables);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out);
    }

    private Path java(String version) throws IOException {
        Path home = folder.resolve("java");
        Path program = home.resolve("bin/java");
        Files.createDirectories(program.getParent());
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(program, "#!/bin/sh\nprintf '<%s>\\n' \"$@\"\nenv\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
