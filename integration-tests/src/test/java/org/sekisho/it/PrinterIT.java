package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One running register and every kind of printer; devices are changed while it runs, as a shop does. */
class PrinterIT {

    private static final String SALE = "3*4901234567894\n4912345678904\nCASH 1000\n";

    @TempDir
    static Path folder;

    static Register register;
    static Running running;

    @BeforeAll
    static void openShop() {
        register = new Register(folder).initialise().addOperator("sato", "supervisor", "Rv9?kSw3*pNf");
        running = register.run();
    }

    @AfterAll
    static void closeShop() {
        if (running != null) {
            running.close();
        }
    }

    private static void plugIn(String settings) {
        try {
            Files.writeString(register.home().resolve("devices.json"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sells and returns the receipt's number; the receipt is on its way or waits. */
    private static String sell() {
        return register.mustRing(SALE).receiptNumbers().get(0);
    }

    private static void assertIsReceipt(Paper.Receipt receipt) {
        assertThat(receipt.text()).contains("手巻おにぎり 鮭", "生ビール 350ml", "688", "1,000", "312", "※");
        assertThat(receipt.saysRepeat()).as(receipt.text()).isFalse();
    }

    @Test
    void receiptArrivesOverTcpAndTheDrawerOpens() {
        try (PrinterSink printer = new PrinterSink()) {
            plugIn(printer.settings());
            String number = sell();
            assertIsReceipt(printer.paper().await(number));
            printer.paper().awaitKicks(1);
            assertThat(printer.paper().count(number)).isEqualTo(1);
        }
    }

    @Test
    void receiptArrivesOverSerialLineFromPrinterThatAnswers() throws Exception {
        try (SerialPrinter printer = new SerialPrinter(Files.createDirectory(folder.resolve("line")))) {
            plugIn(printer.settings());
            assertIsReceipt(printer.paper().await(sell()));
            printer.paper().awaitKicks(1);
            assertThat(printer.head().questions()).isPositive();
            assertThat(printer.paper().await(sell()).saysRepeat()).isFalse();
        }
    }

    @Test
    void receiptWaitsForPaperAndIsNoRepeat() throws Exception {
        try (SerialPrinter printer = new SerialPrinter(Files.createDirectory(folder.resolve("empty")))) {
            plugIn(printer.settings());
            printer.head().takePaperAway();
            Answer answer = register.mustRing(SALE);
            assertThat(answer.err()).contains("not printed yet", "paper");
            assertThat(printer.paper().receipts()).isEmpty();
            printer.head().loadPaper();
            assertIsReceipt(printer.paper().await(answer.receiptNumbers().get(0)));
        }
    }

    @Test
    void receiptThatBrokeOffIsPrintedAgainAndSaysSo() throws Exception {
        try (SerialPrinter printer = new SerialPrinter(Files.createDirectory(folder.resolve("broken")))) {
            plugIn(printer.settings());
            printer.paper().await(sell()); // receipts come in their order: nothing is owed from before
            printer.head().letPaperEndInNextReceipt();
            Answer answer = register.mustRing(SALE);
            assertThat(answer.err()).contains("not printed yet", "paper");
            String number = answer.receiptNumbers().get(0);
            assertThat(printer.paper().receipts())
                    .noneMatch(receipt -> receipt.number().equals(number));
            printer.head().loadPaper();
            assertThat(printer.paper().await(number).saysRepeat()).isTrue();
        }
    }

    @Test
    void virtualPrinterMakesPictures() throws IOException {
        Files.deleteIfExists(register.home().resolve("devices.json"));
        BufferedImage picture = ImageIO.read(
                register.home().resolve("receipts/" + sell() + ".png").toFile());
        assertThat(picture.getWidth()).isBetween(300, 2000);
        assertThat(picture.getHeight()).isBetween(400, 4000);
        long dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                dark += (picture.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        long all = (long) picture.getWidth() * picture.getHeight();
        assertThat(dark).as("ink, of %d points", all).isBetween(all / 200, all / 4);
    }

    @Test
    void saleClosesWithoutPrinterAndIsPrintedWhenItIsBack() {
        int port;
        try (PrinterSink printer = new PrinterSink()) {
            port = printer.port();
            plugIn(printer.settings());
        }
        Answer answer = register.mustRing(SALE);
        assertThat(answer.err()).contains("not printed yet", "sale stands", "nothing answers at tcp://");
        try (PrinterSink printer = new PrinterSink(port)) {
            String number = answer.receiptNumbers().get(0);
            assertIsReceipt(printer.paper().await(number));
            assertThat(printer.paper().count(number)).isEqualTo(1);
            assertThat(printer.paper().kicks())
                    .as("a drawer does not open later")
                    .isZero();
        }
    }

    @Test
    void noSaleOpensTheDrawerForSupervisorsOnly() {
        try (PrinterSink printer = new PrinterSink()) {
            plugIn(printer.settings());
            assertThat(register.ring("NOSALE 両替\n").exitCode()).isEqualTo(3);
            assertThat(printer.paper().kicks()).isZero();
            Answer answer = register.sekisho(
                    "NOSALE 両替\n", "ring", "--as", "sato", "--password-file", folder.resolve("sato.pw"));
            assertThat(answer.exitCode()).as(answer.toString()).isZero();
            printer.paper().awaitKicks(1);
            assertThat(Export.of(register).payloads("NoSale"))
                    .last()
                    .satisfies(entry -> assertThat(entry.toString()).contains("sato", "両替"));
        }
    }
}
