package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oldest Java that the register runs on, and the newest that is here. */
class JavaIT {

    private static final Path ALL_JAVA = Path.of("/usr/lib/jvm");
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"?(\\d+)");
    private static final Pattern PHASE = Pattern.compile("(\\w+) (\\d+) ms");
    private static final String SALE = "3*4901234567894\nCASH 400\n";

    @TempDir
    static Path folder;

    static Register register;

    @BeforeAll
    static void openShop() {
        register = new Register(folder).initialise();
    }

    @Test
    void startsAndSellsOnTheDefaultJava() {
        startsAndSells(register);
    }

    @Test
    void startsAndSellsOnTheNewestJava() {
        Optional<Path> newest = newestJava();
        assumeTrue(newest.isPresent(), "JDK 25 is not there");
        startsAndSells(
                new Register(folder).with("JAVA_HOME", newest.orElseThrow().toString()));
    }

    private static void startsAndSells(Register register) {
        Answer ready = register.must("", "run", "--until-ready");
        List<Matcher> phases =
                ready.out().lines().map(PHASE::matcher).filter(Matcher::matches).toList();
        assertThat(phases.stream().map(phase -> phase.group(1)))
                .as(ready.toString())
                .containsExactly("verify", "framework", "install", "start", "database", "ready");
        assertThat(phases)
                .allSatisfy(phase -> assertThat(Long.parseLong(phase.group(2))).isBetween(0L, 60_000L));
        assertThat(ready.err()).doesNotContain("WARNING");

        Answer answer = register.mustRing(SALE);
        assertThat(answer.sales())
                .singleElement()
                .satisfies(sale -> assertThat(sale.get("change").getAsLong()).isEqualTo(10));
        assertThat(answer.err()).isEmpty();
    }

    /** A Java of 25 or later whose major version is not that of the tests themselves. */
    static Optional<Path> newestJava() {
        if (!Files.isDirectory(ALL_JAVA)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(ALL_JAVA)) {
            return all.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> version(home) >= 25
                            && version(home) != Runtime.version().feature())
                    .max((one, other) -> Integer.compare(version(one), version(other)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int version(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
