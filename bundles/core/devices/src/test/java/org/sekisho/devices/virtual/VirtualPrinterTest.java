package org.sekisho.devices.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptDocument.Align;
import org.sekisho.api.device.ReceiptDocument.Pair;
import org.sekisho.api.device.ReceiptDocument.Style;
import org.sekisho.api.device.ReceiptDocument.Text;

class VirtualPrinterTest {

    private static final ReceiptDocument RECEIPT = receipt("おにぎり 紅鮭");

    @TempDir
    Path folder;

    @Test
    void repeatStandsBesideTheFirst() throws Exception {
        printer("48").print(RECEIPT);
        printer("48").print(RECEIPT);
        printer("48").print(RECEIPT);
        assertThat(files()).containsExactly("1-000123-2.png", "1-000123-3.png", "1-000123.png");
    }

    @Test
    void referenceNamesAFileInTheFolderWhateverItIs() throws Exception {
        printer("48").print(new ReceiptDocument("../店/1-000001", RECEIPT.blocks()));
        assertThat(files()).containsExactly("_.___1-000001.png");
    }

    @Test
    void pictureHoldsNoTextChunkAndNoWord() throws Exception {
        byte[] png = new PaperPicture(48).png(receipt("Apple"));
        assertThat(chunks(png)).containsOnly("IHDR", "IDAT", "IEND");
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("Apple", "000123");
    }

    @Test
    void paperIs80Or58MillimetresWide() throws Exception {
        assertThat(picture(48, RECEIPT).getWidth()).isEqualTo(1280);
        assertThat(picture(42, RECEIPT).getWidth()).isEqualTo(1280);
        assertThat(picture(32, RECEIPT).getWidth()).isEqualTo(928);
    }

    @Test
    void valuesEndAtTheSameColumn() throws Exception {
        assertThat(rightmostInk(picture(48, receipt("あああああ"))))
                .isEqualTo(rightmostInk(picture(48, receipt("ｱｱｱ iiii —"))));
    }

    @Test
    void pictureWithoutPrinterIsTheSameAsThePrinters() throws Exception {
        assertThat(new PaperPictures().png(RECEIPT)).isEqualTo(new PaperPicture(48).png(RECEIPT));
    }

    @Test
    void sameReceiptIsTheSamePicture() throws Exception {
        assertThat(new PaperPicture(48).png(RECEIPT)).isEqualTo(new PaperPicture(48).png(RECEIPT));
    }

    @Test
    void letterThatTheFontLacksShowsAsGeta() throws Exception {
        assertThat(new PaperPicture(48).png(receipt("\uD842\uDFB7野家")))
                .isEqualTo(new PaperPicture(48).png(receipt("〓野家")));
    }

    @Test
    void folderThatCannotBeMadeIsAFault() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        DeviceFault fault = catchThrowableOfType(
                DeviceFault.class,
                () -> new VirtualPrinter(folder.resolve("file/receipts"), settings("48")).print(RECEIPT));
        assertThat(fault.begun()).isFalse();
    }

    private static ReceiptDocument receipt(String item) {
        return new ReceiptDocument(
                "1-000123", List.of(new Text("店", Align.CENTER, Style.LARGE), new Pair(item, "¥138", Style.BOLD)));
    }

    private VirtualPrinter printer(String columns) {
        return new VirtualPrinter(folder, settings(columns));
    }

    private static DeviceSettings settings(String columns) {
        return new DeviceSettings(Map.of("columns", columns));
    }

    private List<String> files() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static BufferedImage picture(int columns, ReceiptDocument document) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(new PaperPicture(columns).png(document)));
    }

    private static int rightmostInk(BufferedImage picture) {
        for (int x = picture.getWidth() - 1; x >= 0; x--) {
            for (int y = 0; y < picture.getHeight(); y++) {
                if ((picture.getRGB(x, y) & 0xFF) < 128) {
                    return x;
                }
            }
        }
        return -1;
    }

    private static List<String> chunks(byte[] png) throws Exception {
        List<String> names = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(png));
        in.skipNBytes(8);
        while (in.available() > 0) {
            int length = in.readInt();
            names.add(new String(in.readNBytes(4), StandardCharsets.US_ASCII));
            in.skipNBytes(length + 4L);
        }
        return names;
    }
}
