package org.sekisho.extensions.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** {@code docs/powers.md} is the table that vetting computes by. */
final class PowersDocumentTest {

    private static final Path DOCUMENT = Path.of("../../../docs/powers.md");

    private static final String HEAD = """
            # Powers

            What the code of a jar could do. Vetting computes it from the bytecode with this table, nested jars and `META-INF/versions` included, and from what the manifest
            imports and the components' descriptors name; an entry of the allowlist grants it. A jar that has a power which its entry does not grant is refused.

            **Red** powers need two approvers. With the powers marked *hides more*, code can reach what this list does not say, so every report says that it may be incomplete.
            That a power is listed means that the code could, not that it does. What cannot be analysed is itself a power.

            Read a row so: `java.io.File` is a type (made, extended, cast to, or its members called), `java.lang.System#exit` a member with all its overloads, also when called through
            a class that inherits it, `…#<init>(…)V` one overload, `javax.naming.**` a package and all below it, also when only the manifest imports it.

            This page is written by `PowersDocumentTest` from the table itself (`powers.txt` in `bundles/core/extensions`); when it differs, the build says where the new one lies.
            """;

    private static final Map<Power, String> MEANING = new EnumMap<>(Map.ofEntries(
            Map.entry(Power.FILES, "read, write, list or remove files"),
            Map.entry(Power.NETWORK, "connect, listen, resolve names"),
            Map.entry(Power.PROCESS, "start or look at other programs"),
            Map.entry(
                    Power.NATIVE,
                    "run code that is not Java; methods declared native and libraries inside the jar count too"),
            Map.entry(Power.REFLECT, "reach code by name"),
            Map.entry(Power.DEFINE_CODE, "make classes out of bytes"),
            Map.entry(Power.DESERIALIZE, "make objects out of bytes"),
            Map.entry(Power.SCRIPT, "run code that came as text"),
            Map.entry(Power.JNDI, "look things up by a name that may come from outside"),
            Map.entry(Power.READ_ENV, "know what the machine, the user and the command line are"),
            Map.entry(Power.MODIFY_JVM, "change what others in the same process rely on"),
            Map.entry(Power.EXIT, "stop the register"),
            Map.entry(Power.THREADS, "go on by itself"),
            Map.entry(Power.OSGI_ADMIN, "install, start, stop, rewire or configure bundles"),
            Map.entry(Power.PAYMENT, "take part in payments"),
            Map.entry(Power.CUSTOMER_DATA, "see customers' data and the database"),
            Map.entry(Power.VAULT, "be the vault, or ask it"),
            Map.entry(Power.CASH_DRAWER, "open the drawer"),
            Map.entry(Power.PRINTER, "print"),
            Map.entry(Power.SERIAL, "use serial ports"),
            Map.entry(Power.CAMERA, "use cameras"),
            Map.entry(
                    Power.UNREADABLE_CODE,
                    "do anything: some of it is no class, archive or component's descriptor that could be read")));

    @Test
    void documentIsTheTable() throws IOException {
        Path written = Path.of("target", "powers.md");
        Files.writeString(written, document());
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("docs/powers.md; what it should be is in %s", written.toAbsolutePath())
                .isEqualTo(document());
    }

    private static String document() throws IOException {
        List<String> lines = new ArrayList<>(HEAD.lines().toList());
        lines.add("");
        lines.add("| power | what the code could do | |");
        lines.add("|---|---|---|");
        for (Power power : Power.values()) {
            String marks =
                    (power.isRed() ? "**red** " : "") + (Power.mayBeIncomplete(List.of(power)) ? "*hides more*" : "");
            lines.add("| [" + power + "](#" + power.name().toLowerCase(java.util.Locale.ROOT) + ") | "
                    + Objects.requireNonNull(MEANING.get(power)) + " | " + marks.strip() + " |");
        }
        for (Power power : Power.values()) {
            List<String> rules = rules(power);
            if (!rules.isEmpty()) {
                lines.add("");
                lines.add("## " + power);
                lines.add("");
                lines.addAll(rules);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> rules(Power power) throws IOException {
        try (InputStream in = Objects.requireNonNull(PowerTable.class.getResourceAsStream("powers.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", -1))
                    .filter(words ->
                            Arrays.asList(words).subList(1, words.length).contains(power.name()))
                    .map(words -> "- `" + shown(words[0]) + "`")
                    .toList();
        }
    }

    /** Names as Java has them, descriptors as the JVM has them. */
    private static String shown(String rule) {
        String[] parts = rule.split("#", 2);
        String type = parts[0].replace('/', '.').replace('$', '.');
        return parts.length == 1 ? type : type + "#" + parts[1];
    }
}
