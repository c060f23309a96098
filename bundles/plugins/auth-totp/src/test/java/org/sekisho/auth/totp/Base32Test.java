package org.sekisho.auth.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Base32Test {

    /** RFC 4648, 10. */
    @Test
    void lettersAreThoseOfTheRfc() {
        assertThat(Base32.of("fooba".getBytes(US_ASCII))).containsExactly("MZXW6YTB".toCharArray());
        assertThat(Base32.of(new byte[0])).isEmpty();
    }

    @Test
    void everyLetterOfTheAlphabetIsInItsPlace() {
        byte[] all = HexFormat.of().parseHex("00443214c74254b635cf84653a56d7c675be77df");

        assertThat(Base32.of(all)).containsExactly("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray());
    }

    @Test
    void whatWouldNeedPaddingIsNotTaken() {
        assertThatIllegalArgumentException().isThrownBy(() -> Base32.of(new byte[4]));
    }
}
