package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RecoveryTextTest {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static byte[] typed(String text) {
        return text.getBytes(US_ASCII);
    }

    @Test
    void whatWasWrittenIsRead() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            String text = new String(RecoveryText.write(key));
            assertThat(text).matches("([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(RecoveryText.read(typed(text))).hasValue(key);
        }
    }

    @Test
    void peoplesHandwritingIsRead() {
        byte[] key = new byte[32];
        key[31] = 1;
        String text = new String(RecoveryText.write(key));
        assertThat(RecoveryText.read(
                        typed(text.toLowerCase(java.util.Locale.ROOT).replace('-', ' ') + "\r\n")))
                .hasValue(key);
        assertThat(RecoveryText.read(
                        typed(text.replace('0', 'O').replace('1', 'l').replaceAll("-", ""))))
                .hasValue(key);
    }

    @Test
    void everySingleTypingMistakeIsSeen() {
        byte[] key = new byte[32];
        new Random(2).nextBytes(key);
        char[] text = RecoveryText.write(key);
        for (int at = 0; at < text.length; at++) {
            for (int i = 0; i < CHARACTERS.length() && text[at] != '-'; i++) {
                char[] mistaken = text.clone();
                mistaken[at] = CHARACTERS.charAt(i);
                assertThat(RecoveryText.read(typed(new String(mistaken))).isPresent())
                        .isEqualTo(mistaken[at] == text[at]);
            }
        }
        String whole = new String(text);
        assertThat(RecoveryText.read(typed(whole.substring(1)))).isEmpty();
        assertThat(RecoveryText.read(typed(whole + "0"))).isEmpty();
        assertThat(RecoveryText.read(typed(whole.replace(whole.charAt(0), 'U'))))
                .isEmpty();
        assertThat(RecoveryText.read(new byte[0])).isEmpty();
        assertThat(RecoveryText.read(new byte[] {(byte) 0xe3, (byte) 0x81, (byte) 0x82}))
                .isEmpty();
    }
}
