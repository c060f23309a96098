package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.attack.Operator;
import org.sekisho.gate.attack.Thief;
import org.sekisho.gate.fixture.TestJar;

/** Who changes what may run: the bundle whose task it is, however others come by its service. */
class ControlRightsTest {

    private static final String OPERATE = "org.sekisho.gate.operate";

    @TempDir
    Path folder;

    private LiveShop shop;

    @BeforeEach
    void aShop() throws Exception {
        System.getProperties().keySet().removeAll(List.of(Operator.SERVICE, Operator.TARGETS, Thief.LOOT));
        shop = new LiveShop(folder);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private static byte[] operator(String name) {
        return new TestJar(name)
                .activator(Operator.class)
                .header("Import-Package", "org.osgi.framework," + OPERATE)
                .bytes();
    }

    private void start() throws Exception {
        shop.test.publish(1);
        shop.test.pin(1);
        shop.start();
    }

    @Test
    void theBundleWhoseTaskItIsMay() throws Exception {
        shop.test.deliver("org.sekisho.extensions", operator("org.sekisho.extensions"));
        start();
        assertThat(System.getProperty(Operator.TARGETS)).isEqualTo("1");
    }

    @Test
    void whoeverElseGotHoldOfItIsRefusedAndThatIsRecorded() throws Exception {
        shop.test.deliver("org.sekisho.extensions", operator("org.sekisho.extensions"));
        String thief = shop.test.list(
                "thief", LiveShop.jar("thief", "1.0.0", Thief.class).bytes(), true, List.of("org.osgi.framework"));
        start();
        shop.gate().approve(thief, shop.mai, Locale.ROOT);
        assertThat(shop.running()).contains("thief 1.0.0");
        assertThat(System.getProperty(Thief.LOOT)).isEqualTo("SecurityException");
        assertThat(shop.refused()).hasSize(1);
        assertThat(shop.refused().get(0)).startsWith("POWERS_EXCEEDED").contains("tried to change what may run here");
    }

    @Test
    void thatOfAPluginOfTheSameNameIsRefused() throws Exception {
        String plugin = shop.test.list(
                "org.sekisho.extensions",
                operator("org.sekisho.extensions"),
                true,
                List.of("org.osgi.framework", OPERATE));
        start();
        shop.gate().approve(plugin, shop.mai, Locale.ROOT);
        assertThat(System.getProperty(Operator.TARGETS)).isNull();
        assertThat(shop.refused().get(0)).startsWith("UNRESOLVED org.sekisho.extensions.jar");
    }
}
