package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shift by command, over a running register: counted blind, its difference approved by a second person. */
class ShiftIT {

    @TempDir
    Path folder;

    @Test
    void aShiftIsCountedBlindAndItsDifferenceApproved() {
        Register register = new Register(folder).initialise();
        try (Running running = register.run()) {
            assertThat(running.screen()).contains("The register sells");
            assertThat(byCashier(register, "shift", "open", "--pieces", "10000=2,1000=10")
                            .out())
                    .contains("Shift 1 is open");
            register.sells();
            assertThat(byCashier(register, "cash", "out", "500", "--reason", "courier")
                            .exitCode())
                    .isEqualTo(3);
            assertThat(register.byManager("", "cash", "out", "500", "--reason", "courier")
                            .exitCode())
                    .isZero();
            assertThat(byCashier(register, "shift", "close").err()).contains("was not counted");
            Answer counted = byCashier(register, "shift", "count", "--amount", "29600");
            assertThat(counted.exitCode()).isZero();
            assertThat(counted.out() + counted.err()).doesNotContain("29630", "29,630", "130", "-30");

            Answer alone = byCashier(register, "shift", "close");
            assertThat(alone.exitCode()).isEqualTo(3);
            assertThat(alone.out() + alone.err()).doesNotContain("29630", "29,630", "-30");
        }
        Answer closed = byCashier(
                register,
                "shift",
                "close",
                "--json",
                "--approver",
                "manager",
                "--approver-password-file",
                folder.resolve("manager.pw"));
        assertThat(closed.exitCode()).as(closed.toString()).isZero();
        JsonObject report = JsonParser.parseString(closed.out()).getAsJsonObject();
        assertThat(report.get("expected").getAsLong()).isEqualTo(29_630);
        assertThat(report.get("difference").getAsLong()).isEqualTo(-30);
        Export journal = Export.of(register);
        journal.assertChainHolds();
        assertThat(journal.payloads("ShiftClosed").get(0).get("approver").getAsString())
                .isEqualTo("manager");
    }

    private Answer byCashier(Register register, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--as", "tanaka", "--password-file", folder.resolve("tanaka.pw")));
        return register.sekisho("", all.toArray());
    }
}
