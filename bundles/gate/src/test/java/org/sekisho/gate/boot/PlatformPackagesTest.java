package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformPackagesTest {

    private final List<String> packages = List.of(PlatformPackages.extra().split(","));

    @Test
    void thePlatformModulesPackagesCarryTheirVersions() {
        assertThat(packages)
                .anyMatch(text -> text.matches("com\\.google\\.gson;version=\"2\\..*\""))
                .anyMatch(text -> text.matches("org\\.bouncycastle\\.crypto;version=\"1\\..*\""))
                .noneMatch(text -> text.contains("jSerialComm"));
    }

    @Test
    void ofTheGateBundlesSeeItsServicesAlone() {
        assertThat(packages.stream().filter(text -> text.contains("sekisho")))
                .containsExactlyInAnyOrder(
                        "org.sekisho.gate.operate;version=\"0.1.0\"",
                        "org.sekisho.gate.program;version=\"0.1.0\"",
                        "org.sekisho.gate.serial;version=\"0.1.0\"",
                        "org.sekisho.gate.view;version=\"0.1.0\"");
    }

    @Test
    void nothingOfTheFrameworksInsideIsOffered() {
        assertThat(packages).noneMatch(text -> text.startsWith("org.apache.felix"));
    }
}
