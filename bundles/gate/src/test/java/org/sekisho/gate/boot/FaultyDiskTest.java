package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.operate.Change;

/** A disk that fails in the middle: what is in force is told as in force, and what is not is not. */
class FaultyDiskTest {

    @TempDir
    Path folder;

    private LiveShop shop;
    private String loyalty;

    @BeforeEach
    void aRegister() throws Exception {
        shop = new LiveShop(folder);
        loyalty = shop.test.list(
                "loyalty", LiveShop.marker("loyalty", "1.0.0").bytes(), true, List.of("org.osgi.framework"));
        shop.test.publish(1);
        shop.test.pin(1);
        shop.start();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private Path trust(String name) {
        return shop.test.home.resolve("trust").resolve(name);
    }

    @Test
    void whatIsInForceIsToldThoughTheDiskForgetsIt() throws Exception {
        Files.createDirectories(trust("."));
        Files.writeString(trust("generations"), "no folder");
        Change change = shop.gate().approve(loyalty, shop.mai, Locale.ROOT);
        assertThat(LiveShop.names(change.started())).containsExactly("loyalty 1.0.0");
        assertThat(change.notes()).hasSize(1);
        assertThat(change.notes().get(0)).startsWith("The change is in force, but the disk");
        assertThat(shop.running()).contains("loyalty 1.0.0");
    }

    @Test
    void listsThatWereTakenAreFollowedThoughTheLastWriteFails() throws Exception {
        Files.createDirectories(trust("source/in the way"));
        shop.test.revoke(loyalty, "off-now");
        shop.gate().approve(loyalty, shop.mai, Locale.ROOT);
        assertThat(shop.running()).contains("loyalty 1.0.0");
        Change change = shop.take(2);
        assertThat(shop.gate().standing().targets()).isEqualTo(2);
        assertThat(LiveShop.names(change.stopped())).containsExactly("loyalty 1.0.0");
        assertThat(change.notes()).hasSize(1);
        assertThat(shop.running()).containsExactly("core 1.0.0");
    }

    @Test
    void whatDidNotComeInForceIsAFault() throws Exception {
        Files.createDirectories(shop.test.home.resolve("approvals.json/in the way"));
        assertThatThrownBy(() -> shop.gate().approve(loyalty, shop.mai, Locale.ROOT))
                .isInstanceOf(IOException.class);
        assertThat(shop.running()).containsExactly("core 1.0.0");
    }

    @Test
    void aSourceThatIsNoPathIsAFault() {
        assertThatThrownBy(() -> shop.gate().update("\0", folder, Locale.ROOT, file -> {}))
                .isInstanceOf(IOException.class);
    }
}
