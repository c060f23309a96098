package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.distribution.Candidate;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.distribution.Installation;
import org.sekisho.it.guest.HeapDumper;

/** What the memory of a running register gives away to who can read all of it, after people signed on by every way there is. */
class HeapDumpIT {

    private static final String TANAKAS_NEXT = "Jm3?xVf6=cGy";
    private static final String SATOS = "Rv9?kSw3*pNf";
    private static final String ITOS = "Km4&wTz9?hPd";
    private static final String PIN = "917306482051";
    private static final String MISTYPED = "Qz8!tYb5@nHj";

    @TempDir
    static Path folder;

    static Register register;
    static Running running;
    static HeapDump heap;
    static HeapDump garbage;
    static Authenticator itosPhone;

    @BeforeAll
    static void signOnByEveryWay() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Installation installation = Installation.copy(
                Path.of(System.getProperty("sekisho.installation")),
                folder.resolve("sekisho"),
                DevelopmentKeys.ofThisUser());
        String dumper = installation.list(Candidate.plugin(Guest.named("org.example.dumper")
                .header("Bundle-Activator", HeapDumper.class.getName())
                .header("Import-Package", "org.osgi.framework")
                .code(HeapDumper.class)
                .to(folder.resolve("dumper-1.0.jar"))));
        installation.nameApprovers();
        installation.publish();
        register = new Register(folder, installation.folder())
                .initialise()
                .addOperator("sato", "supervisor", SATOS)
                .addOperator("ito", "supervisor", ITOS);
        itosPhone = Authenticator.enrol(register, "ito");
        installation.approve(register.home(), List.of(dumper));
        running = register.run();

        register.mustRing("4901234567894\nCASH 130\n");
        Browser browser = new Browser(running.page(), OpenApi.of(running.page()));
        browser.signOn("tanaka", MISTYPED).refused(401, "SIGN_ON_REFUSED");
        browser.signOn("tanaka", Register.CASHIER_PASSWORD).must();
        assertThat(browser.post("/api/approvals", "operator", "sato", "password", SATOS, "deed", "a-deed-of-theirs")
                        .status())
                .isEqualTo(204);
        assertThat(browser.post(
                                "/api/approvals",
                                "operator",
                                "ito",
                                "password",
                                ITOS,
                                "code",
                                itosPhone.next(),
                                "deed",
                                "a-deed-of-theirs")
                        .status())
                .isEqualTo(204);
        assertThat(browser.put("/api/session/pin", "password", Register.CASHIER_PASSWORD, "pin", PIN)
                        .status())
                .isEqualTo(204);
        browser.put("/api/session/operator", "operator", "tanaka", "pin", PIN).must();
        browser.put("/api/session/password", "password", Register.CASHIER_PASSWORD, "newPassword", TANAKAS_NEXT)
                .must();

        Files.createFile(tools.resolve("dump"));
        Path dumped = tools.resolve("dumped");
        for (int i = 0; i < 600 && !Files.exists(dumped); i++) {
            Thread.sleep(100);
        }
        assertThat(dumped).exists();
        heap = new HeapDump(tools.resolve("heap.hprof"));
        garbage = new HeapDump(tools.resolve("garbage.hprof"));
    }

    @AfterAll
    static void close() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void searchFindsWhatIsThere() {
        assertThat(heap.find("手巻おにぎり")).isNotEmpty();
        assertThat(heap.find("tanaka")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Register.CASHIER_PASSWORD, TANAKAS_NEXT, SATOS, ITOS, MISTYPED, Register.MANAGER_PASSWORD, PIN})
    void nothingHoldsAPasswordOrPinNorDidWhatIsForgotten(String password) {
        assertThat(heap.find(password)).isEmpty();
        assertThat(garbage.find(password)).isEmpty();
    }

    @Test
    void nothingHoldsTheSecretOfACodeThatWasCompared() {
        assertThat(heap.find(itosPhone.secret())).isEmpty();
        assertThat(garbage.find(itosPhone.secret())).isEmpty();
        assertThat(heap.find(itosPhone.letters())).isEmpty();
        assertThat(garbage.find(itosPhone.letters())).isEmpty();
    }

    /** The data key must be there to seal and open; it is what shows that the search would find the other two. */
    @Test
    void masterSecretAndWrappingKeyAreGoneOnceTheDataKeyIsOpen() throws Exception {
        EnvelopeByHand envelope = EnvelopeByHand.of(register.home());

        assertThat(heap.find(envelope.master())).isEmpty();
        assertThat(heap.find(envelope.wrappingKey())).isEmpty();
        assertThat(heap.find(envelope.dataKey())).isNotEmpty();
    }
}
