package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.distribution.Installation;

/** An installation that somebody changed while the register was off. */
class BootIT {

    @TempDir
    static Path folder;

    static Installation installation;
    static Register register;

    @TempDir
    Path elsewhere;

    @BeforeAll
    static void openShop() throws Exception {
        installation = Installation.copy(
                Path.of(System.getProperty("sekisho.installation")),
                folder.resolve("sekisho"),
                DevelopmentKeys.ofThisUser());
        register = new Register(folder, installation.folder()).initialise();
    }

    @Test
    void changedBundleOfTheRegisterStopsItsStart() throws Exception {
        Changed.middleOf(register.bundle("org.sekisho.journal"))
                .meanwhile(() -> assertDoesNotStart(
                        "NOT_ALLOWED org.sekisho.journal-0.1.0.jar: changed: not the bytes that were vouched for."));
        assertThat(check().get("starts").getAsBoolean()).isTrue();
    }

    @Test
    void missingBundleOfTheRegisterStopsItsStart() throws IOException {
        Path jar = register.bundle("org.sekisho.receipts");
        Path away = Files.move(jar, elsewhere.resolve("away.jar"));
        assertDoesNotStart("UNRESOLVED org.sekisho.receipts-0.1.0.jar: it is not there.");
        Files.move(away, jar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.sekisho.gate-", "bcprov-"})
    void changedModuleOfThePlatformStopsItsStart(String name) throws Exception {
        Path module = module(name);
        Changed.unnoticedByJava(module)
                .meanwhile(() -> assertDoesNotStart("NOT_ALLOWED lib/modules/" + module.getFileName()
                        + ": changed: not the bytes that were vouched for."));
    }

    @Test
    void moduleThatNobodyDeliveredStopsItsStart() throws IOException {
        Path module = Guest.named("stowaway").to(installation.folder().resolve("lib/modules/stowaway.jar"));
        assertDoesNotStart("NOT_ALLOWED lib/modules/stowaway.jar: not in this shop’s allowlist.");
        Files.delete(module);
    }

    @Test
    void javasOwnBackDoorsAreShut() {
        Register tricked = new Register(folder, installation.folder())
                .with("JAVA_TOOL_OPTIONS", "-Dsekisho.installation=/nowhere")
                .with("JDK_JAVA_OPTIONS", "-Dsekisho.installation=/nowhere")
                .with("_JAVA_OPTIONS", "-Dsekisho.installation=/nowhere");

        Answer answer = tricked.must("", "check");

        assertThat(answer.err().lines())
                .hasSize(3)
                .allMatch(line -> line.contains("_OPTIONS is ignored") && line.endsWith("Sales are not affected."));
    }

    @Test
    void plantedCacheIsSweptAwayAndNothingOutsideIt() throws IOException {
        Path precious = Files.writeString(elsewhere.resolve("precious.txt"), "still here");
        for (String cache : List.of("run/cache-planted", "run/felix-cache", "felix-cache")) {
            Path bundle = Files.createDirectories(register.home().resolve(cache + "/bundle1/version0.0"));
            Guest.named("org.sekisho.journal").to(bundle.resolve("bundle.jar"));
            Files.writeString(bundle.resolveSibling("bundle.info"), "1\ngate:planted\n32\n4\n0\n0\n");
            Files.createSymbolicLink(bundle.resolve("link"), elsewhere);
        }
        String clean = register.must("", "list", "--json").out();
        try (Running running = register.run()) {
            assertThat(register.must("", "list", "--json").out()).isEqualTo(clean);
            assertThat(register.home().resolve("run/cache-planted")).doesNotExist();
            register.sells();
            assertThat(running.screen()).doesNotContain("planted");
        }
        assertThat(precious).hasContent("still here");
    }

    @Test
    void editedCacheHasNoEffect() throws IOException {
        try (Running running = register.run()) {
            Path cache = cache();
            for (int bundle = 0; bundle < 40; bundle++) {
                Path revision = Files.createDirectories(cache.resolve("bundle" + bundle + "/version0.0"));
                Guest.named("org.sekisho.checkout").to(revision.resolve("bundle.jar"));
                Files.writeString(revision.resolveSibling("bundle.info"), "%d\nevil\n32\n4\n0\n0\n".formatted(bundle));
            }
            register.sells();
            running.kill();
        }
        try (Running running = register.run()) {
            register.sells();
            assertThat(running.screen()).contains("Nothing was refused.");
        }
        register.must("", "journal", "verify");
    }

    @Test
    void jarsThatLieAroundAreNeverLookedAt() throws IOException {
        List<Path> places = List.of(
                register.home().resolve("stranger.jar"),
                register.home().resolve("plugins/stranger.jar"),
                installation.folder().resolve("stranger.jar"),
                installation.folder().resolve("plugins/stranger.jar"),
                installation.folder().resolve("repository/targets/bundles/stranger.jar"));
        for (Path place : places) {
            Files.createDirectories(place.resolveSibling("."));
            Guest.named("org.example.stranger").to(place);
        }
        try (Running running = register.run()) {
            assertThat(running.screen()).contains("Nothing was refused.");
            assertThat(register.must("", "list").out()).doesNotContain("org.example.stranger");
            register.sells();
        }
    }

    @Test
    void jarThatNobodyApprovedIsToldAndLeftOut() throws IOException {
        Path place = register.home().resolve("bundles/stranger.jar");
        Files.createDirectories(place.resolveSibling("."));
        Guest.named("org.example.stranger").to(place);
        try (Running running = register.run()) {
            assertThat(running.screen())
                    .contains(
                            "NOT_ALLOWED stranger.jar: not in this shop’s allowlist. It was left out; sales continue.");
            assertThat(register.must("", "list").out()).doesNotContain("org.example.stranger");
            Export.of(register).assertRefused("NOT_ALLOWED", "stranger.jar");
            register.sells();
        }
        Files.delete(place);
    }

    private static void assertDoesNotStart(String sentence) {
        Answer check = register.sekisho("", "check");
        assertThat(check.exitCode()).as(check.toString()).isEqualTo(3);
        assertThat(check.out()).contains("The register would not start.", sentence + " The register does not start.");
        Answer run = register.sekisho("", "run");
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("The register sells");
        assertThat(run.err()).contains(sentence + " The register does not start. Ask your integrator");
    }

    private static JsonObject check() {
        return JsonParser.parseString(register.must("", "check", "--json").out())
                .getAsJsonObject();
    }

    private static Path module(String name) throws IOException {
        return only(installation.folder().resolve("lib/modules"), name);
    }

    private static Path cache() throws IOException {
        return only(register.home().resolve("run"), "cache-");
    }

    private static Path only(Path folder, String prefix) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + prefix + " in " + folder));
        }
    }
}
