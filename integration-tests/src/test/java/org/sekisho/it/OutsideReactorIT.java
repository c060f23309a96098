package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.distribution.Candidate;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.distribution.Installation;

/** A plugin of somebody who has the installed SDK and nothing else of Sekisho, by the very commands of plugins-sdk/README.md. */
class OutsideReactorIT {

    private static final Path SDK = Path.of("../plugins-sdk");
    private static final Pattern COMMAND = Pattern.compile("`((?:mvn|sekisho|keytool|jarsigner) [^`]+)`");

    private static final String INSTALL = "mvn -DskipTests install -pl plugins-sdk,plugins-sdk/test-kit -am";
    private static final String PACKAGE = "mvn package";
    private static final String VET = "sekisho vet target/com.example.drawer.star-1.0.0.jar";
    private static final String NEW_KEY =
            "keytool -genkeypair -alias publisher -keyalg RSA -keysize 3072 -dname CN=Example"
                    + " -validity 365 -keystore publisher.p12 -storepass change-me";
    private static final String SIGN = "jarsigner -keystore publisher.p12 -storepass change-me"
            + " target/com.example.drawer.star-1.0.0.jar publisher";

    private static final String DRIVER = "src/main/java/com/example/drawer/star/StarDrawerDriver.java";
    private static final String SENTENCE =
            "a plugin may not import org.sekisho.checkout; of the register it sees org.sekisho.api packages only";

    @TempDir
    static Path folder;

    static Workshop workshop;
    static Path plugin;

    @BeforeAll
    static void buildOneWithTheInstalledSdk() throws IOException {
        workshop = new Workshop(Files.createDirectory(folder.resolve("workshop")));
        Answer installed = workshop.run(workshop.sources(), INSTALL);
        assertThat(installed.exitCode()).as(installed.toString()).isZero();
        plugin = copyOfTheDriver(folder.resolve("plugin"));
        Answer built = workshop.run(plugin, PACKAGE);
        assertThat(built.exitCode()).as(built.toString()).isZero();
        assertThat(built.out())
                .contains("Tests run: 13, Failures: 0, Errors: 0, Skipped: 0")
                .doesNotContain("WARNING");
    }

    @AfterAll
    static void leaveNothingBehind() throws IOException {
        if (workshop != null) {
            workshop.close();
        }
    }

    @TempDir
    Path desk;

    @Test
    void theseAreTheCommandsOfTheReadme() throws IOException {
        assertThat(COMMAND.matcher(Files.readString(SDK.resolve("README.md")).replaceAll("\\s*\n\\s*", " "))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly(INSTALL, PACKAGE, VET, NEW_KEY, SIGN);
    }

    /** What the parent says of itself must not pass for what the plugin's author says. */
    @Test
    void itsManifestNamesItsOwnVendor() throws IOException {
        try (JarFile jar = new JarFile(jar(plugin).toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Bundle-Vendor")).isEqualTo("Example");
            assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("com.example.drawer.outside");
            assertThat(manifest.getValue("Bundle-Version")).isEqualTo("1.0.0");
        }
    }

    @Test
    void theSdkHoldsNothingOfTheCore() throws IOException {
        try (Stream<Path> artifacts = Files.list(workshop.repository().resolve("org/sekisho"))) {
            assertThat(artifacts
                            .filter(Files::isDirectory)
                            .map(artifact -> artifact.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "sekisho", // the parent's parent
                            "plugins-sdk",
                            "org.sekisho.api",
                            "org.sekisho.plugin.rules",
                            "org.sekisho.testkit");
        }
    }

    @Test
    void itRunsOnceItIsListedAndApproved() throws Exception {
        Register register = shop(jar(plugin));
        try (DrawerSink drawer = new DrawerSink()) {
            Files.writeString(register.home().resolve("devices.json"), drawer.settings("outside"));
            register.sells();
            drawer.await("1b071414" + "07");
        }
        assertThat(register.must("", "list").out()).containsPattern("com\\.example\\.drawer\\.outside +1\\.0\\.0");
    }

    /** As plugins-sdk/README.md shows it. */
    private Register shop(Path jar) throws Exception {
        Path register = Path.of(System.getProperty("sekisho.installation"));
        Path installation = desk.resolve("sekisho");
        DevelopmentKeys keys = DevelopmentKeys.ofThisUser();
        Installation copy = Installation.copy(register, installation, keys);
        String sha256 = copy.list(Candidate.plugin(jar));
        copy.nameApprovers();
        copy.publish();
        Register shop = new Register(desk, copy.folder()).initialise();
        copy.approve(shop.home(), List.of(sha256));
        return shop;
    }

    @Test
    void theJavaOfTheReadmeIsWhatThisTestDoes() throws IOException {
        MatchResult java = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(SDK.resolve("README.md")))
                .results()
                .findFirst()
                .orElseThrow();
        String here = Files.readString(Path.of("src/test/java/org/sekisho/it/OutsideReactorIT.java"))
                .replace("installation", "folder")
                .replace("shop.home()", "home");
        assertThat(here).contains(java.group(1).lines().toList());
    }

    @Test
    void signedJarIsRefusedOnlyForWhatTheShopHasNotDoneYet() throws Exception {
        assertThat(vet(plugin).out()).contains("nobody signed it", "Not fit: 3 refusals.");
        Path signed = desk.resolve("signed");
        Files.createDirectories(signed.resolve("target"));
        Files.copy(jar(plugin), jar(signed));
        for (String command : List.of(NEW_KEY, SIGN)) {
            Answer done = workshop.tool(signed, ours(command));
            assertThat(done.exitCode()).as(done.toString()).isZero();
        }
        assertThat(vet(signed).out())
                .contains("signed by   Example", "powers      CASH_DRAWER")
                .contains("not in this shop's allowlist", "NOT_SCANNED", "Not fit: 2 refusals.");
    }

    @Test
    void oneThatImportsTheCoreIsRefusedByItsBuildAndByVettingInTheSameWords() throws Exception {
        Path nosy = copyOfTheDriver(desk.resolve("nosy"));
        Path core = new Register(desk).bundle("org.sekisho.checkout");
        edit(nosy.resolve("pom.xml"), "  <description>", """
                  <dependencies>
                    <dependency>
                      <groupId>com.example</groupId>
                      <artifactId>borrowed</artifactId>
                      <version>1</version>
                      <scope>system</scope>
                      <systemPath>%s</systemPath>
                    </dependency>
                  </dependencies>
                  <description>""".formatted(
                        core.toAbsolutePath().normalize()));
        edit(nosy.resolve(DRIVER), "    public StarDrawerDriver() {}", """
                    public StarDrawerDriver() {}

                    Class<?> core() {
                        return org.sekisho.checkout.Checkout.class;
                    }
                """);

        Answer built = workshop.run(nosy, PACKAGE);

        String name = jar(nosy).getFileName().toString();
        assertThat(built.exitCode()).as(built.toString()).isEqualTo(1);
        assertThat(built.out()).contains("BUILD FAILURE", name + ": " + SENTENCE + ". No register would load it");
        Answer vetted = vet(nosy);
        assertThat(vetted.exitCode()).isEqualTo(3);
        assertThat(vetted.out()).contains("STRUCTURE " + name + ": " + SENTENCE + ".");
    }

    private Answer vet(Path at) {
        Register register = new Register(desk).with("SEKISHO_CLAMD", "unix:" + desk.resolve("nobody"));
        if (!Files.exists(register.home())) {
            register.initialise();
        }
        return register.sekisho("", "vet", jar(at));
    }

    /** The jar that the README's commands name, by the name that it has here. */
    private static Path jar(Path at) {
        return at.resolve(ours(VET.substring(VET.indexOf("target/"))));
    }

    private static String ours(String command) {
        return command.replace(".star-", ".outside-");
    }

    /** Under another name, because the demo register has the example already. */
    private static Path copyOfTheDriver(Path to) throws IOException {
        workshop.copyOf("drawer-star", to);
        edit(to.resolve(DRIVER), "=star", "=outside");
        edit(to.resolve("pom.xml"), "com.example.drawer.star", "com.example.drawer.outside");
        return to;
    }

    private static void edit(Path file, String old, String now) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, now));
    }
}
