package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One flipped byte in a sealed record: reported with the record's place, nothing served, and all there again when it is mended. */
@TestMethodOrder(OrderAnnotation.class)
class FlippedByteIT {

    private static final String SALE = "4901234567894\nCASH 130\n";
    private static final Pattern RECORD = Pattern.compile("at byte (\\d+)");
    private static final Pattern PAGE = Pattern.compile("bytes (\\d+) to (\\d+)");

    @TempDir
    static Path folder;

    static Register register;
    static Path data;

    @BeforeAll
    static void openShop() {
        register = new Register(folder).initialise();
        data = register.home().resolve("data");
        register.mustRing(SALE.repeat(20));
    }

    @Test
    @Order(1)
    void inStoppedRegister() throws IOException {
        List<String> sold = Export.of(register).receiptNumbers();
        flip("register.script", 0.5);
        flip("register.data", 0.02);
        flip("register.data", 0.2);
        flip("register.pages", 0.5);
        assertAllIsThere(sold);
    }

    @Test
    @Order(2)
    void inKilledRegister() throws IOException {
        List<String> sold;
        try (Running running = register.run()) {
            register.mustRing(SALE.repeat(5));
            sold = Export.of(register).receiptNumbers();
            running.kill();
        }
        flip("register.log", 0.01);
        flip("register.log", 0.5);
        flip("register.log", 0.9999);
        if (Files.exists(data.resolve("register.backup")) && Files.size(data.resolve("register.backup")) > 0) {
            flip("register.backup", 0.5);
        }
        assertAllIsThere(sold);
    }

    @Test
    @Order(3)
    void inTheVault() throws IOException {
        Path vault = register.home().resolve("vault.json");
        String whole = Files.readString(vault);
        int at = whole.indexOf("\"wrapped\":\"") + 40;
        char other = whole.charAt(at) == 'a' ? 'b' : 'a';
        Files.writeString(vault, whole.substring(0, at) + other + whole.substring(at + 1));
        Answer answer = register.ring(SALE);
        Files.writeString(vault, whole);
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("vault.json").doesNotContain("Exception");
        register.mustRing(SALE);
    }

    /** Flips a bit at a part of the file's length, sees how the register takes it, and flips it back. */
    private static void flip(String name, double part) throws IOException {
        Path file = data.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        int at = (int) (whole.length * part);
        byte[] flipped = whole.clone();
        flipped[at] ^= 0x10;
        Files.write(file, flipped);
        Answer answer = register.ring(SALE);
        byte[] after = Files.readAllBytes(file);
        Files.write(file, whole);
        String what = name + ", byte " + at + " of " + whole.length + "\n" + answer;
        assertThat(answer.exitCode()).as(what).isEqualTo(1);
        assertThat(answer.out()).as(what).isEmpty();
        assertThat(answer.err()).as(what).contains(name).doesNotContain("Exception", "\tat ");
        assertThat(after).as("what a damaged file is afterwards: " + what).isEqualTo(flipped);
        assertNamesThePlace(answer.err(), whole, at, what);
    }

    private static void assertNamesThePlace(String sentence, byte[] whole, int at, String what) {
        Matcher record = RECORD.matcher(sentence);
        Matcher page = PAGE.matcher(sentence);
        if (sentence.contains("register.pages")) {
            assertThat(sentence).as(what).contains("record 1 ");
        } else if (record.find()) {
            int begins = Integer.parseInt(record.group(1));
            int length = Integer.BYTES + ByteBuffer.wrap(whole).getInt(begins);
            assertThat(at).as(what).isBetween(begins, begins + length - 1);
        } else {
            assertThat(page.find()).as(what).isTrue();
            int begins = Integer.parseInt(page.group(1));
            if (sentence.contains("register.data")) {
                assertThat(at).as(what).isBetween(begins, Integer.parseInt(page.group(2)) - 1);
            }
        }
    }

    private static void assertAllIsThere(List<String> sold) {
        assertThat(register.must("", "journal", "verify").out()).contains("The journal holds");
        assertThat(Export.of(register).receiptNumbers()).isEqualTo(sold);
    }
}
