package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.antivirus.clamd.fixture.ClamdServer;

/**
 * SIGKILL at random moments of update, approve, install and remove: 8 of them, or 200 in long runs, from seeds that can be played again. The
 * register starts again with the old state or the new one, never a mixture, and the command given once more brings the new one.
 */
class ChangeKillIT {

    private static final List<String> STEPS = List.of("update", "approve", "install", "remove");
    private static final int LONGEST_MILLIS = 60_000;

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private Register register;
    private Shelf shelf;
    private int release;
    private int inTheMiddle;

    @Test
    void noKillLeavesAMixture() throws Exception {
        boolean longRun = Boolean.parseBoolean(System.getenv("SEKISHO_TEST_LONG"));
        int kills = longRun ? 200 : 8;
        Random random = new Random(Integer.getInteger("sekisho.kill.seed", 1));
        try (ClamdServer clamd = ClamdServer.start()) {
            shelf = new Shelf(folder.resolve("integrator"));
            register =
                    new Register(folder).with("SEKISHO_CLAMD", clamd.address()).initialise();
            for (int round = 0; inTheMiddle < kills; round++) {
                step(STEPS.get(round % STEPS.size()), random);
            }
        } finally {
            log.add(inTheMiddle + " kills in the middle");
            Files.write(Path.of("target", "change-kills.log"), log);
        }
    }

    /** Kills the command or the register that does it, looks, and brings it to its end. */
    private void step(String step, Random random) throws Exception {
        if (step.equals("update")) {
            release++;
            shelf.list("1.0." + release);
            shelf.publish();
        }
        State before = state();
        boolean running = random.nextBoolean();
        Optional<Running> sells = running ? Optional.of(register.run()) : Optional.empty();
        Path out = register.file("killed.out", "");
        Path err = register.file("killed.err", "");
        Process command = register.start(out, err, arguments(step));
        // A command on a running register takes a tenth of one that brings its own up.
        boolean ended = command.waitFor(random.nextInt(running ? 500 : 1600), TimeUnit.MILLISECONDS);
        sells.ifPresent(Running::kill);
        command.destroyForcibly().waitFor();
        inTheMiddle += ended ? 0 : 1;
        State killed = state();
        String what = "%s, %s: ".formatted(step, running ? "register killed" : "command killed");

        Process again = register.start(out, err, arguments(step));
        assertThat(again.waitFor(LONGEST_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        State after = state();
        log.add(what + (ended ? "it had ended" : killed.equals(before) ? "the old state" : "the new state"));
        assertThat(killed).as(what + log).isIn(before, after);
        assertThat(after).as(what + Files.readString(err)).isNotEqualTo(before);
        register.sells();
    }

    private Object[] arguments(String step) {
        List<Object> arguments = new ArrayList<>(List.of(step));
        if (step.equals("update")) {
            arguments.addAll(List.of("--from", shelf.repository()));
        } else {
            arguments.addAll(List.of(
                    Shelf.PLUGIN,
                    "--as",
                    "manager",
                    "--password-file",
                    register.folder().resolve("manager.pw")));
        }
        return arguments.toArray();
    }

    /**
     * What the next start would be.
     *
     * @param lists the version of the lists
     * @param approved whether the plugin is
     * @param added how many bundles of the shop's own would run
     */
    private record State(long lists, boolean approved, int added) {}

    private State state() throws IOException {
        Answer answer = register.must("", "check", "--json");
        JsonObject check = JsonParser.parseString(answer.out()).getAsJsonObject();
        assertThat(check.get("starts").getAsBoolean()).as(answer.toString()).isTrue();
        Path approvals = register.home().resolve("approvals.json");
        boolean approved =
                Files.exists(approvals) && Files.readString(approvals).contains(Shelf.PLUGIN);
        return new State(
                check.getAsJsonObject("versions").get("targets").getAsLong(),
                approved,
                check.get("added").getAsInt());
    }
}
