package org.sekisho.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8480", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:65535"})
    void namesOfThisMachineAreTaken(String host) {
        assertThat(Loopback.isHost(host)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "localhost.evil.example",
                "evil.example:8480",
                "127.0.0.1.evil.example",
                "xlocalhost",
                "localhost:",
                "localhost:123456",
                "localhost@evil.example",
                "127.0.0.2",
                "0.0.0.0",
                "::1",
                "[::2]",
                "localhost\n"
            })
    void anyOtherNameIsRefused(@Nullable String host) {
        assertThat(Loopback.isHost(host)).isFalse();
    }

    @Test
    void onlyThePageItselfIsTheOrigin() {
        assertThat(Loopback.isOrigin(null, "localhost:8480")).isTrue();
        assertThat(Loopback.isOrigin("http://localhost:8480", "localhost:8480")).isTrue();
        assertThat(Loopback.isOrigin("http://localhost:8481", "localhost:8480")).isFalse();
        assertThat(Loopback.isOrigin("https://localhost:8480", "localhost:8480"))
                .isFalse();
        assertThat(Loopback.isOrigin("http://evil.example", "localhost:8480")).isFalse();
        assertThat(Loopback.isOrigin("null", "localhost:8480")).isFalse();
        assertThat(Loopback.isOrigin("", "localhost:8480")).isFalse();
    }
}
