package org.sekisho.driver.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.Wire;

/** Whatever a printer sends, printing ends with the receipt taken or a fault. */
class StatusFuzzTest {

    @Test
    void noiseNeverHangsOrBreaksTheDriver() {
        int printed = 0;
        int faults = 0;
        for (int seed = 0; seed < 3000; seed++) {
            Noise noise = new Noise(new Random(seed));
            try {
                new EscPosPrinterDriver()
                        .attach(noise, new DeviceSettings(Map.of()))
                        .print(new ReceiptDocument("1-000001", List.of()));
                printed++;
            } catch (DeviceFault e) {
                faults++;
            }
        }
        assertThat(printed).isPositive();
        assertThat(faults).isPositive();
        assertThat(printed + faults).isEqualTo(3000);
    }

    @Test
    void endlessNoiseIsAProtocolFault() {
        Wire endless = new Noise(new Random(0)) {
            @Override
            public byte[] read(int max, Duration timeout) {
                return new byte[] {(byte) 0xFF};
            }
        };
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                DeviceFault.class,
                                () -> new EscPosPrinterDriver()
                                        .attach(endless, new DeviceSettings(Map.of()))
                                        .print(new ReceiptDocument("1-000001", List.of())))
                        .kind())
                .isEqualTo(DeviceFault.Kind.PROTOCOL);
    }

    /** Answers most requests, with bytes that often look like a status. */
    private static class Noise implements Wire {

        private final Random random;
        private int waiting;

        Noise(Random random) {
            this.random = random;
        }

        @Override
        public String name() {
            return "noise";
        }

        @Override
        public void write(byte[] bytes) {
            waiting += random.nextInt(20);
        }

        @Override
        public byte[] read(int max, Duration timeout) {
            if (waiting == 0) {
                return new byte[0];
            }
            waiting--;
            int b = random.nextInt(256);
            return new byte[] {(byte) (random.nextInt(3) == 0 ? b : random.nextBoolean() ? 0x12 : 0)};
        }

        @Override
        public void close() {}
    }
}
