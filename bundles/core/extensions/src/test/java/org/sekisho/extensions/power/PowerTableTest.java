package org.sekisho.extensions.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PowerTableTest {

    private static List<String> rules;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = Objects.requireNonNull(PowerTable.class.getResourceAsStream("powers.txt"))) {
            rules = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void everyPowerButTheUnreadableHasARule() {
        EnumSet<Power> named = EnumSet.noneOf(Power.class);
        rules.forEach(rule -> Arrays.stream(rule.split("\\s+", -1))
                .skip(1)
                .map(Power::valueOf)
                .forEach(named::add));
        assertThat(named).isEqualTo(EnumSet.complementOf(EnumSet.of(Power.UNREADABLE_CODE)));
    }

    /** A rule that is misspelt would refuse nobody. */
    @Test
    void everyTypeAndMemberOfThePlatformExists() throws ClassNotFoundException {
        Set<String> wrong = new LinkedHashSet<>();
        for (String rule : rules) {
            String what = rule.split("\\s+", -1)[0];
            if (!what.matches("(java|javax|org/osgi/framework|org/sekisho/api)/.*")
                    || what.endsWith("**")
                    || isOfLaterJava(what)) {
                continue;
            }
            String[] parts = what.replace('/', '.').split("#", 2);
            Class<?> type = Class.forName(parts[0], false, getClass().getClassLoader());
            String name = parts.length == 1 ? "" : parts[1].replaceFirst("\\(.*", "");
            boolean known = name.isEmpty()
                    || name.equals("<init>")
                    || Arrays.stream(type.getDeclaredMethods())
                            .anyMatch(m -> m.getName().equals(name))
                    || Arrays.stream(type.getMethods())
                            .anyMatch(m -> m.getName().equals(name));
            if (!known) {
                wrong.add(what);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isOfLaterJava(String what) {
        return what.contains("StructuredTaskScope")
                || what.contains("#ofVirtual")
                || what.contains("#ofPlatform")
                || what.contains("#startVirtualThread")
                || what.contains("#defineHiddenClassWithClassData");
    }

    @Test
    void wholePackageReachesDownAndNotBeside() {
        PowerTable table = PowerTable.USUAL;
        assertThat(table.ofType("javax/naming/ldap/LdapName")).containsExactly(Power.JNDI);
        assertThat(table.ofType("javax/namingx/Y")).isEmpty();
    }

    @Test
    void overloadWithItsDescriptorIsThatOneAlone() {
        PowerTable table = PowerTable.USUAL;
        assertThat(table.ofMember("java/io/PrintStream", "<init>", "(Ljava/lang/String;)V"))
                .containsExactly(Power.FILES);
        assertThat(table.ofMember("java/io/PrintStream", "<init>", "(Ljava/io/OutputStream;)V"))
                .isEmpty();
    }
}
