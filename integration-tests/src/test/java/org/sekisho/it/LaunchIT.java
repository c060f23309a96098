package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A start around the launcher, by the delivered modules and a real Java: what lets others in ends with a refusal. */
class LaunchIT {

    private static final Path INSTALLATION = Path.of(System.getProperty("sekisho.installation"));
    private static final String MAIN = "org.sekisho.gate.launch.Main";

    @TempDir
    Path folder;

    static Stream<Path> javas() {
        return Stream.concat(Stream.of(Path.of(System.getProperty("java.home"))), JavaIT.newestJava().stream());
    }

    private Answer start(Path java, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("check", "--home", folder.resolve("home").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.endsWith("_OPTIONS") || name.equals("CLASSPATH"));
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().putAll(environment);
        Path out = folder.resolve("out");
        Process process = builder.redirectOutput(out.toFile()).start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), Files.readString(out), err);
    }

    private Answer asModule(Path java, Map<String, String> environment, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(
                "-Dsekisho.installation=" + INSTALLATION,
                "--module-path",
                INSTALLATION.resolve("lib/modules").toString(),
                "--module",
                "org.sekisho.gate/" + MAIN));
        return start(java, environment, all.toArray(new String[0]));
    }

    private static void assertRefused(Answer answer, String because) {
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.err()).contains("the register does not start", because, "Nothing was started");
    }

    @ParameterizedTest
    @MethodSource("javas")
    void withNothingForeignItChecks(Path java) throws Exception {
        Answer answer = asModule(java, Map.of());
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aGateOnTheClassPathIsRefused(Path java) throws Exception {
        assertRefused(
                start(java, Map.of(), "-XX:+UseSerialGC", "-cp", INSTALLATION.resolve("lib/modules") + "/*", MAIN),
                "does not run as a module");
    }

    @ParameterizedTest
    @MethodSource("javas")
    void anOpenedGateIsRefused(Path java) throws Exception {
        String framework = "org.sekisho.gate/org.apache.felix.framework=ALL-UNNAMED";
        assertRefused(asModule(java, Map.of(), "--add-opens", framework), "org.apache.felix.framework");
        assertRefused(asModule(java, Map.of(), "--add-exports", framework), "org.apache.felix.framework");
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aDebuggerIsRefused(Path java) throws Exception {
        String debugger = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";
        assertRefused(asModule(java, Map.of(), debugger), "-agentlib:jdwp");
    }

    @ParameterizedTest
    @MethodSource("javas")
    void remoteManagementIsRefused(Path java) throws Exception {
        assertRefused(
                asModule(java, Map.of(), "-Dcom.sun.management.jmxremote.local.only=true"), "-Dcom.sun.management");
    }

    @ParameterizedTest
    @MethodSource("javas")
    void otherSecurityPropertiesAreRefused(Path java) throws Exception {
        assertRefused(asModule(java, Map.of(), "-Djava.security.properties=/dev/null"), "-Djava.security.properties");
    }

    @ParameterizedTest
    @MethodSource("javas")
    void anOptionInTheEnvironmentIsRefusedAroundTheLauncher(Path java) throws Exception {
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            assertRefused(asModule(java, Map.of(variable, "-Dforeign=1")), variable);
        }
    }

    @Test
    void theLauncherClearsThemAndSaysSo() {
        Answer english =
                new Register(folder).with("JAVA_TOOL_OPTIONS", "-Dforeign=1").must("", "check");
        assertThat(english.err()).contains("JAVA_TOOL_OPTIONS is ignored").doesNotContain("Picked up");

        Answer japanese = new Register(folder)
                .with("LANG", "ja_JP.UTF-8")
                .with("CLASSPATH", "/tmp")
                .must("", "check");
        assertThat(japanese.err()).contains("CLASSPATH は無視しました");
    }
}
