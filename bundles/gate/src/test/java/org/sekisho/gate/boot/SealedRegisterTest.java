package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.gate.attack.Evil;
import org.sekisho.gate.attack.Insider;
import org.sekisho.gate.fixture.TestJar;
import org.sekisho.gate.fixture.TestShop;
import org.sekisho.gate.message.Messages;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.RefusalCode;

/** Attacks from inside an allowlisted, approved plugin on the real framework. */
class SealedRegisterTest {

    private static final List<String> IMPORTS = List.of("org.osgi.framework");

    private static final String SERIAL = "org.sekisho.gate.serial";

    @TempDir
    Path folder;

    private TestShop shop;
    private Path storage;
    private RefusalRecord refusals;
    private Register register;

    @BeforeEach
    void aRegisterWithAnInsider() throws Exception {
        System.clearProperty(Evil.MARK);
        shop = new TestShop(folder);
        shop.deliver("core", new TestJar("core").bytes());
        byte[] insider = new TestJar("insider")
                .activator(Insider.class)
                .header("Import-Package", String.join(",", IMPORTS))
                .header(
                        "Bundle-UpdateLocation",
                        evil(new TestJar("insider")).toUri().toString())
                .bytes();
        String plugin = shop.list("insider", insider, true, IMPORTS);
        shop.publish(1);
        shop.pin(1);
        shop.approve(1, List.of(plugin), shop.approver);
        storage = Files.createDirectory(folder.resolve("storage"));
        refusals = new RefusalRecord(() -> Optional.of(shop.home));
    }

    @AfterEach
    void stop() {
        if (register != null) {
            register.stop();
        }
    }

    private void start() throws Exception {
        register = Register.start(
                shop.home,
                storage,
                shop.vouch(),
                shop.open(),
                new Sentences(Messages.of(Map.of())),
                refusals,
                new Phases());
    }

    @SuppressWarnings("unchecked")
    private String attempt(String way, Path jar) {
        return ((BiFunction<String, Path, String>) System.getProperties().get(Insider.DOOR)).apply(way, jar);
    }

    private Path evil(TestJar jar) throws Exception {
        return Files.write(
                folder.resolve("evil.jar"),
                jar.activator(Evil.class)
                        .header("Import-Package", "org.osgi.framework")
                        .bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "stream", "reference", "ticketless", "update", "updateByHeader"})
    void noWayInIsOpenFromInside(String way) throws Exception {
        start();
        assertThat(attempt(way, evil(new TestJar("evil")))).isEqualTo("refused");
        assertThat(System.getProperty(Evil.MARK)).isNull();
        assertThat(refusals.all()).extracting(Refusal::code).containsExactly(RefusalCode.SEALED);
        assertThat(refusals.all().get(0).what()).contains("insider");
    }

    @Test
    void whatNoSaleWaitsForStartsOnceTheRegisterServes() throws Exception {
        shop.serving.add(shop.deliver(
                "page",
                new TestJar("page")
                        .activator(Evil.class)
                        .header("Import-Package", "org.osgi.framework")
                        .bytes()));
        shop.publish(2);
        start();
        assertThat(register.installed()).contains("page");
        assertThat(System.getProperty(Evil.MARK)).isNull();
        register.startServing();
        await().untilAsserted(() -> assertThat(System.getProperty(Evil.MARK)).isEqualTo("yes"));
        assertThat(refusals.all()).isEmpty();
    }

    @Test
    void aLateBundleThatDoesNotStartIsToldAndStopsNoSale() throws Exception {
        shop.serving.add(shop.deliver(
                "page", new TestJar("page").header("Import-Package", "missing").bytes()));
        shop.publish(2);
        start();
        register.startServing();
        await().untilAsserted(() ->
                assertThat(refusals.all()).extracting(Refusal::subject).containsExactly("page.jar"));
        assertThat(refusals.all().get(0).sales()).contains("sales continue");
        assertThat(register.installed()).contains("insider");
    }

    @Test
    void theFrameworksOwnContextIsNoWayIn() throws Exception {
        start();
        assertThat(attempt("system", evil(new TestJar("evil")))).isEqualTo("refused");
        assertThat(System.getProperty(Evil.MARK)).isNull();
        assertThat(refusals.all()).extracting(Refusal::code).containsExactly(RefusalCode.POWERS_EXCEEDED);
        assertThat(refusals.all().get(0).subject()).isEqualTo("insider");
    }

    @Test
    void theFrameworkIsClosedToReflection() throws Exception {
        start();
        assertThat(attempt("reflection", evil(new TestJar("evil")))).isEqualTo("refused");
        assertThat(System.getProperty(Evil.MARK)).isNull();
    }

    @Test
    void aFragmentOfTheRegisterIsRefused() throws Exception {
        start();
        Path fragment = evil(new TestJar("fragment").header("Fragment-Host", "core"));
        assertThat(attempt("url", fragment)).isEqualTo("refused");
        assertThat(refusals.all()).extracting(Refusal::code).containsExactly(RefusalCode.SEALED);
    }

    @Test
    void anExtensionOfTheFrameworkIsRefusedAndItsActivatorDoesNotRun() throws Exception {
        start();
        Path extension = evil(new TestJar("extension")
                .header("Fragment-Host", "system.bundle; extension:=framework")
                .header("ExtensionBundle-Activator", Evil.class.getName()));
        assertThat(attempt("stream", extension)).isEqualTo("refused");
        assertThat(System.getProperty(Evil.MARK)).isNull();
        assertThat(refusals.all()).extracting(Refusal::code).containsExactly(RefusalCode.SEALED);
    }

    @Test
    void aRefusedAttemptWaitsOnDiskUntilTheJournalTakesIt() throws Exception {
        start();
        attempt("url", evil(new TestJar("evil")));
        List<Refusal> journal = new ArrayList<>();
        RefusalRecord later = new RefusalRecord(() -> Optional.of(shop.home));
        later.drain(journal::add);
        assertThat(journal).containsExactlyElementsOf(refusals.all());
        later.drain(journal::add);
        assertThat(journal).hasSize(1);
    }

    @Test
    void whatWasPlantedInTheCacheIsNeverTakenUp() throws Exception {
        Path planted = Files.createDirectories(storage.resolve("bundle7/version0.0"));
        Files.write(planted.resolve("bundle.jar"), Files.readAllBytes(evil(new TestJar("planted"))));
        Files.writeString(storage.resolve("bundle7/bundle.info"), "7\nfile:planted\n32\n1\n0\n0\n");
        start();
        assertThat(System.getProperty(Evil.MARK)).isNull();
        assertThat(register.installed()).containsExactly("core", "insider");
    }

    @Test
    void bundlesAreServedFromTheHashedBytesWhateverBecomesOfTheFiles() throws Exception {
        start();
        try (var files = Files.walk(folder)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.write(jar, new byte[] {0});
            }
        }
        assertThat(attempt("url", folder.resolve("evil.jar"))).isEqualTo("refused");
    }

    @Test
    void noJarAndNoClassLiesInTheCache() throws Exception {
        start();
        try (var files = Files.walk(storage)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.matches(".*\\.(jar|class|so)"));
        }
    }

    @Test
    void aPluginIsNotWiredToWhatItsListingDoesNotName() throws Exception {
        String nosy = shop.list(
                "nosy",
                new TestJar("nosy")
                        .header("Import-Package", "org.sekisho.gate.view")
                        .bytes(),
                true,
                List.of("org.osgi.framework"));
        shop.publish(2);
        shop.approve(2, List.of(nosy), shop.approver);
        start();
        assertThat(refusals.all()).extracting(Refusal::code).containsExactly(RefusalCode.UNRESOLVED);
    }

    @Test
    void noBundleButDevicesIsWiredToSerialPorts() throws Exception {
        String other = shop.list(
                "other", new TestJar("other").header("Import-Package", SERIAL).bytes(), true, List.of(SERIAL));
        shop.publish(2);
        shop.approve(2, List.of(other), shop.approver);
        shop.deliver(
                "org.sekisho.devices",
                new TestJar("org.sekisho.devices")
                        .header("Import-Package", SERIAL)
                        .bytes());
        shop.publish(3);
        start();
        assertThat(refusals.all()).extracting(Refusal::subject).containsExactly("other.jar");
        assertThat(register.installed()).contains("org.sekisho.devices");
    }
}
