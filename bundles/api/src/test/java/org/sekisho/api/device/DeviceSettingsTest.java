package org.sekisho.api.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceSettingsTest {

    private final DeviceSettings settings = new DeviceSettings(Map.of("columns", "42", "status", "maybe"));

    @Test
    void unknownSettingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.allow("columns"))
                .withMessage("there is no setting status; there are columns");
    }

    @Test
    void onlyTheChoicesAreTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.choice("status", "yes", "no"))
                .withMessageContaining("yes, no, not maybe");
        assertThat(settings.choice("drawer", "none", "pin3")).isEqualTo("none");
    }

    @Test
    void faultsBegunUnlessTheDriverKnowsBetter() {
        DeviceFault fault = new DeviceFault(DeviceFault.Kind.PAPER_OUT, "no paper");
        assertThat(fault.begun()).isTrue();
        assertThat(fault.beforehand().begun()).isFalse();
        assertThat(fault.beforehand().kind()).isEqualTo(DeviceFault.Kind.PAPER_OUT);
    }
}
