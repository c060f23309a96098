package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.gate.fixture.TestEntry;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.trust.Allowlist;
import org.sekisho.gate.trust.AllowlistEntry;

/** Which services a listing opens to whom. */
class ServiceRulesTest {

    private static AllowlistEntry entry(String name, boolean plugin, String... types) throws Exception {
        Map<String, Object> entry = TestEntry.of(name, new byte[] {1}, plugin, List.of());
        entry.put("services", Map.of("provides", List.of(types), "requires", List.of(types)));
        byte[] list = CanonicalJson.of(Map.of("schema", 1, "entries", List.of(entry)));
        return Allowlist.read(list).entries().iterator().next();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.sekisho.checkout.Checkout",
                "org.sekisho.extensions.Extensions",
                "org.sekisho.gate.operate.GateControl",
                "org.sekisho.gate.view.GateView",
                "org.sekisho.identity.ApproverKeys",
                "org.sekisho.identity.Operators",
                "org.sekisho.storage.Database",
                "org.osgi.framework.hooks.service.FindHook"
            })
    void noPluginSeesOrOffersThem(String type) throws Exception {
        AllowlistEntry plugin = entry("com.example.plugin", true, type);
        assertThat(ServiceRules.maySee(plugin, type)).isFalse();
        assertThat(ServiceRules.mayRegister(plugin, type)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "org.sekisho.extensions.Extensions, org.sekisho.cli, org.sekisho.web",
        "org.sekisho.gate.operate.GateControl, org.sekisho.extensions, org.sekisho.web",
        "org.sekisho.identity.ApproverKeys, org.sekisho.cli, org.sekisho.web",
        "org.sekisho.identity.Operators, org.sekisho.web, org.sekisho.checkout",
        "org.sekisho.identity.Operators, org.sekisho.cli, org.sekisho.receipts"
    })
    void theyAreKeptForWhoNeedsThem(String type, String who, String other) throws Exception {
        assertThat(ServiceRules.maySee(entry(who, false), type)).isTrue();
        assertThat(ServiceRules.maySee(entry(other, false), type)).isFalse();
    }

    @Test
    void aPluginSeesWhatItsListingNames() throws Exception {
        String type = "org.sekisho.api.money.Money";
        assertThat(ServiceRules.maySee(entry("com.example.plugin", true, type), type))
                .isTrue();
        assertThat(ServiceRules.maySee(entry("com.example.plugin", true), type)).isFalse();
        assertThat(ServiceRules.mayRegister(entry("com.example.plugin", true, type), type))
                .isTrue();
    }
}
