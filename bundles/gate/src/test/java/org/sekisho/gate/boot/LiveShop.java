package org.sekisho.gate.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.fixture.TestJar;
import org.sekisho.gate.fixture.TestShop;
import org.sekisho.gate.message.Messages;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;

/** A shop whose register consists of one bundle and is started and changed on the real framework. */
final class LiveShop implements AutoCloseable {

    /** For one start or stop of what the shop added. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    final TestShop test;
    final List<ApproverKey> mai = List.of(new Signer(61).as("mai"));
    private final Path folder;
    private RefusalRecord refusals;
    private Register register;
    private int runs;

    LiveShop(Path folder) throws Exception {
        this.folder = folder;
        Marker.reset();
        test = new TestShop(folder);
        test.people.clear();
        test.deliver("core", marker("core", "1.0.0").bytes());
    }

    static TestJar marker(String name, String version) {
        return jar(name, version, Marker.class);
    }

    static TestJar jar(String name, String version, Class<?> activator) {
        return new TestJar(name)
                .header("Bundle-Version", version)
                .activator(activator)
                .header("Import-Package", "org.osgi.framework");
    }

    void start() throws Exception {
        refusals = new RefusalRecord(() -> Optional.of(test.home));
        runs++;
        register = Register.start(
                test.home,
                Files.createDirectory(folder.resolve("storage" + runs)),
                test.vouch(),
                test.open(),
                new Sentences(Messages.of(Map.of())),
                refusals,
                new Phases(),
                PATIENCE);
    }

    Register register() {
        return register;
    }

    OperatedGate gate() {
        return register.operated();
    }

    List<String> refused() {
        return refusals.all().stream().map(Refusal::sentence).toList();
    }

    Change take(long version) throws Exception {
        test.publishTo(folder.resolve("source"), version);
        return gate().update("source", folder, Locale.ROOT, file -> {});
    }

    /** Installs what the lists brought of what is approved. */
    Change followUp() throws Exception {
        String awaited = gate().awaited().get(0).sha256();
        return gate().install(gate().fetch(awaited, Locale.ROOT), Locale.ROOT);
    }

    Change letIn(String sha256) throws Exception {
        gate().approve(sha256, mai, Locale.ROOT);
        return gate().install(gate().fetch(sha256, Locale.ROOT), Locale.ROOT);
    }

    static List<String> names(List<LoadedBundle> bundles) {
        return bundles.stream()
                .map(bundle -> bundle.symbolicName() + " " + bundle.version())
                .toList();
    }

    List<String> running() {
        return gate().running().stream().map(Object::toString).toList();
    }

    @Override
    public void close() {
        if (register != null) {
            register.stop();
        }
    }
}
