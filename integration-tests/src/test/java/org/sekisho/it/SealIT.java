package org.sekisho.it;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who takes the disk away learns nothing of what was sold, to whom and by whom. */
class SealIT {

    private static final String SHOP = "秘密屋本店";
    private static final String SALE = "2*4901234567894\n4912345678904\n0.350kg*0012\nCASH 1000\n";

    private static final PlainSearch SECRETS = new PlainSearch(List.of(
            "手巻おにぎり",
            "Salmon rice ball",
            "4901234567894",
            "生ビール",
            "Draft beer",
            "ミニトマト",
            "Cherry tomatoes",
            "惣菜",
            "tanaka",
            "hanako",
            "SaleClosed",
            "1-000001",
            "合計",
            "お釣り",
            "お預り",
            SHOP));

    @TempDir
    static Path folder;

    static Register register;

    @BeforeAll
    static void openShop() throws IOException {
        register = new Register(folder).initialise();
        Path settings = register.home().resolve("store.json");
        String text = Files.readString(settings);
        assertThat(text).contains("\"name\": \"");
        Files.writeString(settings, text.replaceFirst("\"name\": \"[^\"]*\"", "\"name\": \"" + SHOP + "\""));
        register.addOperator("hanako", "supervisor", "Rv9?kSw3*pNf");
        Answer receipt = register.must(SALE, "ring", "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"));
        assertThat(receipt.out()).contains(SHOP, "手巻おにぎり", "合計", "お釣り", "1-000001");
        assertThat(register.byManager("", "report", "z").exitCode()).isZero();
    }

    @Test
    void searchFindsWhatIsPlanted(@TempDir Path garden) throws IOException {
        Files.write(garden.resolve("a"), "…生ビール…".getBytes(UTF_16LE));
        Files.writeString(garden.resolve("b"), "INSERT '\\u624b\\u5dfb\\u304a\\u306b\\u304e\\u308a'");
        assertThat(SECRETS.in(garden)).containsExactlyInAnyOrder("a: 生ビール in UTF-16LE", "b: 手巻おにぎり in escapes");
    }

    @Test
    void stoppedHomeTellsNothing() throws Exception {
        assertTellsNothing();
    }

    @Test
    void runningHomeTellsNothingNorDoesTheKilledOne() throws Exception {
        try (Running running = register.run()) {
            register.mustRing(SALE.repeat(3));
            assertTellsNothing();
            running.kill();
        }
        assertThat(register.home().resolve("data/register.log")).isNotEmptyFile();
        assertTellsNothing();
    }

    private static void assertTellsNothing() throws Exception {
        assertThat(SECRETS.in(register.home())).containsOnly("store.json: " + SHOP + " in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"-es,UTF-8", "-eS,UTF-8", "-el,UTF-16LE", "-eb,UTF-16BE"})
    void stringsFindsNothingEither(String encoding, Charset charset, @TempDir Path garden) throws Exception {
        Path planted = Files.write(garden.resolve("planted"), "…SaleClosed…".getBytes(charset));
        assertThat(strings(encoding, List.of(planted))).contains("SaleClosed");
        String found = strings(encoding, PlainSearch.files(register.home()));
        assertThat(SECRETS.words().stream().filter(word -> !word.equals(SHOP))).noneMatch(found::contains);
    }

    private static String strings(String encoding, List<Path> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("strings", "-a", encoding));
        files.forEach(file -> command.add(file.toString()));
        Process process = start(command);
        String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return found;
    }

    private static Process start(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "strings is not there");
            throw e;
        }
    }

    @Test
    void picturesOfReceiptsHoldNoText() throws IOException {
        List<Path> pictures = PlainSearch.files(register.home().resolve("receipts"));
        assertThat(pictures).isNotEmpty();
        for (Path picture : pictures) {
            assertThat(picture.toString()).endsWith(".png");
            assertThat(chunks(picture)).as(picture.toString()).isSubsetOf("IHDR", "PLTE", "pHYs", "IDAT", "IEND");
        }
    }

    /** The kinds of a PNG's chunks (PNG specification, 5.3); text would be tEXt, zTXt or iTXt. */
    private static List<String> chunks(Path picture) throws IOException {
        List<String> chunks = new ArrayList<>();
        try (InputStream bytes = new ByteArrayInputStream(Files.readAllBytes(picture));
                DataInputStream in = new DataInputStream(bytes)) {
            in.skipNBytes(8);
            while (in.available() > 0) {
                int length = in.readInt();
                chunks.add(new String(in.readNBytes(4), StandardCharsets.US_ASCII));
                in.skipNBytes(length + 4L);
            }
        }
        return chunks;
    }
}
