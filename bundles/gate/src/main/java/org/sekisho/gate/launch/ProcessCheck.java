package org.sekisho.gate.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.message.Messages;

/**
 * Whether this process was started so that the gate can hold: in a closed module of its own, without options that bring in foreign
 * code or open a door.
 *
 * <p>It catches mistakes and leftovers, not an enemy: who writes the command line can also leave this check out.
 *
 * @param options of the virtual machine, as the system shows them
 * @param gate the module that this very class lies in
 */
record ProcessCheck(List<String> options, Map<String, String> environment, Module gate) {

    /** The virtual machine takes options from these; the launcher clears them. */
    private static final List<String> VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

    private static final List<String> FOREIGN = List.of(
            "-javaagent",
            "-agentlib",
            "-agentpath",
            "-Xdebug",
            "-Xrun",
            "-Xbootclasspath",
            "-cp",
            "-classpath",
            "--class-path",
            "--add-",
            "--patch-module",
            "--upgrade-module-path",
            "-Dcom.sun.management",
            "-Djava.security.",
            "-Djava.system.class.loader",
            "-Djavax.net.ssl.",
            "-Djdk.attach",
            "-XX:-DisableAttachMechanism",
            "-XX:+EnableDynamicAgentLoading",
            "-XX:+HeapDump",
            "-XX:OnError",
            "-XX:OnOutOfMemoryError",
            "-XX:Flags",
            "-XX:VMOptionsFile",
            "-XX:+StartFlightRecording",
            "-XX:StartFlightRecording");

    static ProcessCheck ofThisProcess() {
        return new ProcessCheck(virtualMachineOptions(), System.getenv(), ProcessCheck.class.getModule());
    }

    /** A sentence about the first thing that is wrong. */
    Optional<String> objection(Messages messages) {
        if (!gate.isNamed()) {
            return Optional.of(messages.say("process.unnamed"));
        }
        Module stranger = ClassLoader.getSystemClassLoader().getUnnamedModule();
        Optional<String> open = gate.getPackages().stream()
                .filter(name -> gate.isOpen(name, stranger) || (gate.isExported(name, stranger) && !isMeant(name)))
                .sorted()
                .findFirst();
        if (open.isPresent()) {
            return Optional.of(messages.say("process.open", open.get()));
        }
        Optional<String> option =
                options.stream().filter(ProcessCheck::isForeign).findFirst();
        if (option.isPresent()) {
            return Optional.of(messages.say("process.option", option.get()));
        }
        return VARIABLES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                .findFirst()
                .map(name -> messages.say("process.variable", name));
    }

    private boolean isMeant(String name) {
        return gate.getDescriptor().exports().stream()
                .anyMatch(export -> !export.isQualified() && export.source().equals(name));
    }

    /** Options in a file are not shown; the one such file of the launcher is checked like a bundle. */
    private static boolean isForeign(String option) {
        return (option.startsWith("@") && !option.endsWith("/lib/register.options"))
                || FOREIGN.stream().anyMatch(option::startsWith);
    }

    /** Those before {@code --module}; all that follows is the person's. */
    private static List<String> virtualMachineOptions() {
        List<String> all;
        try {
            // ProcessHandle shows the first 4096 bytes only.
            String line = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.ISO_8859_1);
            all = List.of(line.split("\0"));
        } catch (IOException e) {
            all = List.of(ProcessHandle.current().info().arguments().orElseGet(() -> new String[0]));
        }
        return all.stream()
                .takeWhile(option -> !option.equals("--module") && !option.equals("-m"))
                .toList();
    }
}
