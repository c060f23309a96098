package org.sekisho.gate.vouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.sekisho.gate.fixture.TestJar;

class VerifiedJarTest {

    private static final int DIRECTORY = 0x02014b50;

    private final byte[] bytes =
            new TestJar("plain").entry("a.txt", new byte[100_000]).bytes();

    @Test
    void entriesAreServedAsTheyWerePutIn() throws IOException {
        assertThat(new VerifiedJar(bytes).getEntry("a.txt").orElseThrow().getBytes())
                .isEqualTo(new byte[100_000]);
    }

    @Test
    void anEntryThatClaimsMoreThanItCouldHoldTakesNoMemory() throws IOException {
        ByteBuffer jar = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        for (int each = 0; each < bytes.length - 4; each++) {
            at = jar.getInt(each) == DIRECTORY ? each : at;
        }
        jar.putInt(at + 24, Integer.MAX_VALUE - 8);
        VerifiedJar served = new VerifiedJar(bytes);
        assertThatThrownBy(() -> served.getEntry("a.txt").orElseThrow().getBytes())
                .isInstanceOf(IOException.class);
    }
}
