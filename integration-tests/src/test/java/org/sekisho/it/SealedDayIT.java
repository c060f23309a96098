package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder after a whole day with customers: no word of it, and nothing that repeats, while the same rows without our seal do. */
class SealedDayIT {

    private static final List<String> WORDS = List.of(
            "山田",
            "花子",
            "hanako@example.jp",
            "1234-5678",
            "12345678",
            "小麦アレルギー",
            "手巻おにぎり",
            "Salmon rice ball",
            "4901234567894",
            "4912345678904",
            "生ビール",
            "Draft beer",
            "tanaka",
            "SaleClosed",
            "CustomerAdded");

    @TempDir
    static Path folder;

    static Register register;
    static Path data;

    @BeforeAll
    static void sellForADay() throws IOException {
        register = new Register(folder).initialise();
        data = register.home().resolve("data");
        Files.writeString(
                register.home().resolve("devices.json"),
                "{\"printer\":{\"driver\":\"virtual\"},\"drawer\":{\"driver\":\"virtual\"},"
                        + "\"terminal\":{\"driver\":\"virtual\",\"options\":{\"answer\":\"by-amount\"}}}");
        String customer = register.byManager(
                        "name: 山田 花子\nphone: 090-1234-5678\nemail: hanako@example.jp\nnote: 小麦アレルギー\n",
                        "customers",
                        "add")
                .out()
                .strip();
        String baskets = ("CUSTOMER " + customer + "\n4901234567894\n2*4912345678904\nCASH 1000\n").repeat(15)
                + "17*4901234567894\n2*4912345678904\n40*4901234567894\nCASH 20000\n"
                + "4901234567894\nCARD 130\n".repeat(5)
                + "4901234567894\nCASH 130\n".repeat(20);
        register.mustRing(baskets);
        String receipt = register.mustRing("4901234567894\nCASH 130\n")
                .sales()
                .get(0)
                .get("receiptNumber")
                .getAsString();
        assertThat(register.byManager("RETURN " + receipt + " 1 1\nREFUND CASH 130\n", "ring")
                        .exitCode())
                .isZero();
        assertThat(register.byManager("", "vouchers", "issue", "1000").exitCode())
                .isZero();
        assertThat(register.byManager("", "report", "z").exitCode()).isZero();
    }

    @Test
    void noWordOfTheDayIsThere() {
        List<String> words = new ArrayList<>(WORDS);
        for (JsonObject sale : Export.of(register).payloads("SaleClosed")) {
            long total = sale.get("total").getAsLong();
            words.add("\"total\":" + total);
            words.add(sale.get("receiptNumber").getAsString());
            if (total >= 1_000) {
                words.add(String.format(Locale.ROOT, "%,d", total));
            }
        }
        assertThat(words).contains("8,006").hasSizeGreaterThan(WORDS.size() + 80);
        assertThat(new PlainSearch(words.stream().distinct().toList()).in(data)).isEmpty();
    }

    @Test
    void nothingRepeatsNeitherStoppedNorKilledWhileTheSameRowsWithoutOurSealDo(@TempDir Path elsewhere)
            throws Exception {
        RepeatedBlocks stopped = RepeatedBlocks.in(PlainSearch.files(data));
        CopiedDatabase.write(register.home(), Files.createDirectory(elsewhere.resolve("plain")), "");
        CopiedDatabase.write(
                register.home(),
                Files.createDirectory(elsewhere.resolve("aes")),
                ";crypt_type=AES;crypt_key=000102030405060708090a0b0c0d0e0f");
        RepeatedBlocks plain = RepeatedBlocks.in(PlainSearch.files(elsewhere.resolve("plain")));
        RepeatedBlocks aes = RepeatedBlocks.in(PlainSearch.files(elsewhere.resolve("aes")));
        try (Running running = register.run()) {
            register.mustRing("4901234567894\nCASH 130\n".repeat(20));
            running.kill();
        }
        RepeatedBlocks killed = RepeatedBlocks.in(PlainSearch.files(data));

        assertThat(stopped.all()).isGreaterThan(50_000);
        assertThat(stopped.repeated()).isZero();
        assertThat(killed.repeated()).isZero();
        assertThat(plain.repeated()).isGreaterThan(1_000);
        assertThat(aes.repeated()).isGreaterThan(100);
    }

    @Test
    void countFindsWhatRepeatsAndNothingInWhatIsRandom(@TempDir Path garden) throws IOException {
        byte[] random = new byte[1_000_000];
        new Random(20260101).nextBytes(random);
        Path file = Files.write(garden.resolve("random"), random);
        assertThat(RepeatedBlocks.in(List.of(file)).repeated()).isZero();
        System.arraycopy(random, 500, random, 777_001, 20);
        Files.write(file, random);
        assertThat(RepeatedBlocks.in(List.of(file)).repeated()).isEqualTo(10);
    }
}
