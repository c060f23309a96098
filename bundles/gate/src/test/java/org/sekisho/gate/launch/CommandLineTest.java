package org.sekisho.gate.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static CommandLine line(String... typed) {
        return CommandLine.of(List.of(typed), Map.of("HOME", "/people/hana"));
    }

    @Test
    void homeIsTakenFromAnywhere() {
        assertThat(line("--home", "/a", "ring", "--json"))
                .isEqualTo(new CommandLine(Path.of("/a"), List.of("ring", "--json")));
        assertThat(line("ring", "--home=/a/../b", "--json"))
                .isEqualTo(new CommandLine(Path.of("/b"), List.of("ring", "--json")));
    }

    @Test
    void behindTheEndOfOptionsItIsAnArgument() {
        assertThat(line("vet", "--", "--home", "/a").arguments()).containsExactly("vet", "--", "--home", "/a");
    }

    @Test
    void withoutAFolderItIsRefused() {
        assertThatThrownBy(() -> line("run", "--home")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("run", "--home=")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherwiseTheEnvironmentNamesIt() {
        assertThat(line("run").home()).isEqualTo(Path.of("/people/hana/.local/share/sekisho"));
        assertThat(CommandLine.of(List.of(), Map.of("HOME", "/h", "XDG_DATA_HOME", "/d"))
                        .home())
                .isEqualTo(Path.of("/d/sekisho"));
        assertThat(CommandLine.of(List.of(), Map.of("XDG_DATA_HOME", "/d", "SEKISHO_HOME", "/s"))
                        .home())
                .isEqualTo(Path.of("/s"));
    }

    @Test
    void theCommandIsTheFirstThatIsNoOption() {
        assertThat(line("--json", "check").command()).contains("check");
        assertThat(line("--json").command()).isEmpty();
    }
}
