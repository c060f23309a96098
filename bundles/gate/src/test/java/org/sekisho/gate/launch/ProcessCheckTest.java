package org.sekisho.gate.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.gate.message.Messages;

class ProcessCheckTest {

    private static final List<String> LAUNCHED = List.of(
            "java", "-XX:+DisableAttachMechanism", "@/opt/sekisho/lib/register.options", "--module-path", "lib");

    /** The tests' own module is opened to them; a module of the platform is not. */
    private static final Module CLOSED = String.class.getModule();

    private static Optional<String> objection(List<String> options, Map<String, String> environment, Module gate) {
        return new ProcessCheck(options, environment, gate).objection(Messages.of(Map.of("LANG", "ja_JP.UTF-8")));
    }

    @Test
    void asTheLauncherStartsItIsWell() {
        assertThat(objection(LAUNCHED, Map.of("LANG", "C", "CLASSPATH", ""), CLOSED))
                .isEmpty();
    }

    @Test
    void aGateOnTheClassPathIsRefused() {
        assertThat(objection(
                        LAUNCHED, Map.of(), ClassLoader.getSystemClassLoader().getUnnamedModule()))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("モジュール"));
    }

    @Test
    void aModuleThatWasOpenedIsRefused() {
        // The build opens the gate to its tests.
        assertThat(objection(LAUNCHED, Map.of(), ProcessCheck.class.getModule()))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("org.sekisho.gate."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:/tmp/a.jar",
                "-agentlib:jdwp=transport=dt_socket,server=y",
                "-agentpath:/tmp/a.so",
                "-Xrunjdwp",
                "-Dcom.sun.management.jmxremote.port=9",
                "--add-opens=org.sekisho.gate/org.apache.felix.framework=ALL-UNNAMED",
                "--patch-module",
                "-Djava.security.properties=/tmp/p",
                "-XX:VMOptionsFile=/tmp/o",
                "@/tmp/options"
            })
    void anOptionThatBringsInOthersIsRefusedByName(String option) {
        assertThat(objection(List.of("java", option), Map.of(), CLOSED))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(option));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"})
    void aVariableThatTheLauncherWouldHaveClearedIsRefused(String variable) {
        assertThat(objection(LAUNCHED, Map.of(variable, "x"), CLOSED))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(variable));
    }
}
