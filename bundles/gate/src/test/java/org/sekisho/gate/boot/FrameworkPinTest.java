package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Properties;
import org.apache.felix.framework.Felix;
import org.junit.jupiter.api.Test;

/**
 * The sealed cache rests on a class inside Felix. When this fails, somebody moved the pin: read what changed in BundleCache,
 * BundleArchive and Felix.installBundle and update, run the attack tests, and write the decision down before changing the number.
 */
class FrameworkPinTest {

    @Test
    void theFrameworkIsTheOneThatTheSealedCacheWasMadeFor() throws Exception {
        Properties felix = new Properties();
        try (InputStream in = Felix.class.getResourceAsStream("Felix.properties")) {
            felix.load(in);
        }
        assertThat(felix.getProperty("felix.version")).isEqualTo("7.0.5");
    }

    @Test
    void gateAndFrameworkAreOneModuleThatIsNotOpen() {
        Module module = Register.class.getModule();
        assertThat(module.getName()).isEqualTo("org.sekisho.gate");
        assertThat(Felix.class.getModule()).isSameAs(module);
        assertThat(module.getDescriptor().isOpen()).isFalse();
        assertThat(module.getDescriptor().opens()).isEmpty();
    }
}
