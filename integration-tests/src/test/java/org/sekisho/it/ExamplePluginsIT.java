package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SDK's two examples as the demo register is delivered with them: signed, listed, and at work. */
class ExamplePluginsIT {

    private static final String KICK = "1b071414" + "07";
    private static final String REASON = "おにぎり3個で50円引 / 3: ¥50 off";

    /** Two with salmon, one with plum: 160 + 160 + 140 − 50. */
    private static final String THREE = "2*4901234050044\n4901234050051\n";

    @TempDir
    static Path folder;

    static Register register;
    static Running running;

    @BeforeAll
    static void openShop() {
        register = new Register(folder)
                .with("SEKISHO_CLAMD", "unix:" + folder.resolve("nobody"))
                .initialise();
        Answer items = register.byManager(
                "", "items", "import", register.installation().resolve("demo/items.csv"));
        assertThat(items.exitCode()).as(items.toString()).isZero();
        running = register.run();
    }

    @AfterAll
    static void closeShop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void bothRunSignedAndListedWithThePowersThatTheirCodeUses() {
        assertVouchedFor("com.example.drawer.star", "CASH_DRAWER");
        assertVouchedFor("com.example.rule.onigiri", "-");
    }

    private static void assertVouchedFor(String name, String powers) {
        assertThat(register.must("", "list").out())
                .contains("Nothing was refused.")
                .containsPattern(name.replace(".", "\\.") + " +1\\.0\\.0 .*Sekisho development");
        Answer vetted = register.sekisho("", "vet", register.bundle(name));
        assertThat(vetted.out())
                .as("nobody scanned it here, and nothing else speaks against it")
                .containsPattern("signed by +Sekisho development\n")
                .containsPattern("powers +" + powers + "\n")
                .contains("NOT_SCANNED", "Not fit: 1 refusals.");
    }

    @Test
    void ruleIsSeenOnTheReceipt() {
        Answer answer = register.must(
                THREE + "CASH 500\n", "ring", "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"));
        assertThat(answer.out())
                .containsPattern("  " + REASON + " +-¥50\n")
                .containsPattern("合計 +¥410\n")
                .containsPattern("お釣り +¥90\n")
                .doesNotContain("  値引");
    }

    @Test
    void ruleIsSeenInTheJsonAndNamedInTheJournal() {
        JsonObject sale = register.mustRing(THREE + "CASH 410\n").sales().get(0);
        JsonObject plum = sale.getAsJsonArray("lines").get(1).getAsJsonObject();
        assertThat(plum.get("discount").getAsLong()).isEqualTo(50);
        assertThat(plum.get("amount").getAsLong()).isEqualTo(90);
        assertThat(sale.get("total").getAsLong()).isEqualTo(410);
        assertThat(Export.of(register).payloads("SaleClosed"))
                .last()
                .satisfies(entry -> assertThat(entry.getAsJsonArray("rules").toString())
                        .contains("\"rule\":\"three-rice-balls\"", "\"line\":2", "\"amount\":50", REASON));
    }

    @Test
    void ruleIsAskedAgainWhenALineIsVoided() {
        JsonObject sale =
                register.mustRing(THREE + "VOID 2\nCASH 320\n").sales().get(0);
        assertThat(sale.get("total").getAsLong()).isEqualTo(320);
    }

    /** The picture of three rice balls is one line of text higher than that of three other things. */
    @Test
    void ruleIsSeenOnThePicture() throws IOException {
        int others = height("2*4901234050044\n4901234050013\nCASH 1000\n");
        int fourth = height("2*4901234050044\n4901234050013\n4901234050020\nCASH 2000\n");
        assertThat(fourth).isGreaterThan(others);
        assertThat(height(THREE + "CASH 500\n") - others).isEqualTo(fourth - others);
    }

    @Test
    void exampleDrawerOpensOnceForEveryCashSale() throws IOException {
        try (DrawerSink drawer = new DrawerSink()) {
            Files.writeString(register.home().resolve("devices.json"), drawer.settings("star"));
            register.mustRing("4901234050044\nCASH 200\n");
            drawer.await(KICK);
            register.mustRing("4901234050044\nCASH 160\n");
            drawer.await(KICK + KICK);
        } finally {
            Files.delete(register.home().resolve("devices.json"));
        }
    }

    private static int height(String scans) throws IOException {
        String number = register.mustRing(scans).receiptNumbers().get(0);
        return ImageIO.read(
                        register.home().resolve("receipts/" + number + ".png").toFile())
                .getHeight();
    }
}
