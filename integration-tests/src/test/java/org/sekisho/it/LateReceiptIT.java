package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt that was still owed when the register stopped is printed by its next start. */
class LateReceiptIT {

    @TempDir
    Path folder;

    @Test
    void nextStartPrintsWhatIsOwedOnce() throws IOException {
        Register register = new Register(folder).initialise();
        int port;
        try (PrinterSink printer = new PrinterSink()) {
            port = printer.port();
            Files.writeString(register.home().resolve("devices.json"), printer.settings());
        }
        Answer answer = register.mustRing("4901234567894\nCASH 130\n");
        assertThat(answer.err()).contains("not printed yet");
        try (PrinterSink printer = new PrinterSink(port)) {
            try (Running running = register.run()) {
                // Another process cannot know that nothing of it was printed: so it says that it may repeat.
                assertThat(printer.paper().await(answer.receiptNumbers().get(0)).saysRepeat())
                        .isTrue();
                assertThat(running.screen()).contains("marked as repeats");
                assertThat(running.stop()).isZero();
            }
            register.run().close();
            assertThat(printer.receipts()).hasSize(1);
        }
    }
}
