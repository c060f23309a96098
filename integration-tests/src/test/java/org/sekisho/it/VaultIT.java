package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret of a home is changed by command, and killed while it is: one secret opens it at every moment. */
class VaultIT {

    private static final int KILLS = 12;

    @TempDir
    Path folder;

    private Register register;

    @BeforeEach
    void openShop() {
        register = new Register(folder).initialise();
    }

    private JsonObject status() {
        Answer answer = register.sekisho("", "vault", "status", "--json");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return JsonParser.parseString(answer.out()).getAsJsonObject();
    }

    @Test
    void anotherSecretOpensTheDataFromNowOn() throws Exception {
        register.sells();
        Path first = Path.of(status().get("path").getAsString());
        assertThat(status().get("source").getAsString()).isEqualTo("key-file");
        Answer cashiers = register.sekisho(
                "", "vault", "rotate", "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"));
        assertThat(cashiers.exitCode()).as(cashiers.toString()).isEqualTo(3);
        assertThat(Path.of(status().get("path").getAsString())).isEqualTo(first);

        Answer rotated = register.byManager("", "vault", "rotate");
        assertThat(rotated.exitCode()).as(rotated.toString()).isZero();
        assertThat(rotated.err()).contains(first.toString(), "does not open the data any more");
        Path second = Path.of(status().get("path").getAsString());
        assertThat(second).isNotEqualTo(first).exists();
        Files.delete(first);
        register.sells();

        Path passphrase = register.file("passphrase", "correct horse battery staple\n");
        assertThat(register.byManager("", "vault", "rotate", "--passphrase-file", passphrase)
                        .exitCode())
                .isZero();
        assertThat(status().get("derivation").getAsString()).startsWith("Argon2id");
        register.sells();
        assertThat(register.byManager("", "journal", "verify").exitCode()).isZero();
        assertThat(Export.of(register).payloads("VaultRotated"))
                .extracting(entry -> entry.get("source").getAsString())
                .containsExactly("key-file", "passphrase-file");

        Files.writeString(passphrase, "wrong horse\n");
        Answer wrong = register.sekisho("", "vault", "status");
        assertThat(wrong.exitCode()).isNotZero();
        assertThat(wrong.err()).contains("is not the secret that opens the register");
        Files.delete(passphrase);
        Answer missing = register.sekisho("", "vault", "status");
        assertThat(missing.exitCode()).isNotZero();
        assertThat(missing.err()).contains("is not there", "nobody can open the data without it");
    }

    private Path recoveryKey(Answer shown) {
        String key = shown.out()
                .lines()
                .filter(line -> line.startsWith("recovery key: "))
                .findFirst()
                .orElseThrow()
                .substring("recovery key: ".length());
        assertThat(key).matches("([0-9A-Z]{4}-){13}[0-9A-Z]{4}");
        return register.file("recovery", key.toLowerCase(java.util.Locale.ROOT) + "\n");
    }

    @Test
    void aLostSecretIsReplacedByTheRecoveryKey() throws Exception {
        register.sells();
        Answer rotated = register.byManager("", "vault", "rotate", "--new-recovery-key");
        assertThat(rotated.exitCode()).as(rotated.toString()).isZero();
        Path recovery = recoveryKey(rotated);
        Path copy = folder.resolve("copy.sekisho");
        assertThat(register.byManager("", "backup", copy).exitCode()).isZero();
        Path lost = Path.of(status().get("path").getAsString());
        Files.delete(lost);
        assertThat(register.sekisho("", "vault", "status").exitCode()).isNotZero();

        Path mistaken = register.file("mistaken", "0000-" + Files.readString(recovery));
        Answer refused = register.sekisho("", "vault", "recover", "--recovery-key-file", mistaken);
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("typing mistake");
        Answer recovered = register.sekisho("", "vault", "recover", "--recovery-key-file", recovery);
        assertThat(recovered.exitCode()).as(recovered.toString()).isZero();
        assertThat(status().get("recoveryKey").getAsBoolean()).isTrue();
        register.sells();
        assertThat(register.byManager("", "journal", "verify").exitCode()).isZero();
        assertThat(Export.of(register).payloads("VaultRotated"))
                .extracting(JsonObject::toString)
                .anyMatch(entry -> entry.contains("newRecoveryKey"))
                .anyMatch(entry -> entry.contains("recovery-key"));

        Register elsewhere = new Register(Files.createDirectories(folder.resolve("elsewhere")));
        Answer none = elsewhere.sekisho("", "restore", copy);
        assertThat(none.exitCode()).isNotZero();
        Answer restored = elsewhere.sekisho("", "restore", copy, "--recovery-key-file", recovery);
        assertThat(restored.exitCode()).as(restored.toString()).isZero();
        assertThat(elsewhere.sekisho("", "vault", "status").out()).contains("A recovery key opens it too.");
        Answer first = new Register(Files.createDirectories(folder.resolve("third"))).sekisho("", "init");
        recoveryKey(first);
        assertThat(first.out()).containsPattern("(?m)^one-time password for manager: ");
    }

    @Test
    void whereverARotationIsKilledOneSecretOpensTheHome() throws Exception {
        Random random = new Random(6);
        register.sells();
        String[] rotate = {
            "vault",
            "rotate",
            "--as",
            "manager",
            "--password-file",
            folder.resolve("manager.pw").toString()
        };
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        long begun = System.nanoTime();
        assertThat(register.start(out, err, (Object[]) rotate).waitFor()).isZero();
        long whole = System.nanoTime() - begun;
        String path = status().get("path").getAsString();
        // The moment of the rename is sought from both sides: later after a rotation that changed nothing, earlier
        // after one that did, so that a machine whose pace changes meanwhile is killed on both sides of it too.
        double share = 0.8;
        int changed = 0;
        int unchanged = 0;
        for (int kill = 0; kill < KILLS || ((changed == 0 || unchanged == 0) && kill < 4 * KILLS); kill++) {
            Process rotation = register.start(out, err, (Object[]) rotate);
            if (!rotation.waitFor((long) (whole * share * (0.95 + 0.1 * random.nextDouble())), TimeUnit.NANOSECONDS)) {
                rotation.destroyForcibly().waitFor();
            }
            String now = status().get("path").getAsString();
            if (now.equals(path)) {
                unchanged++;
                share *= 1.15;
            } else {
                changed++;
                share /= 1.15;
            }
            path = now;
        }
        assertThat(changed).isPositive();
        assertThat(unchanged).isPositive();
        register.sells();
        assertThat(register.byManager("", "journal", "verify").exitCode()).isZero();
    }

    @Test
    void rotationsWhileItSellsLoseNothing() throws Exception {
        long before = Export.of(register).payloads("SaleClosed").size();
        Path passphrase = register.file("load.passphrase", "a passphrase that is long enough\n");
        AtomicInteger sold = new AtomicInteger();
        AtomicBoolean open = new AtomicBoolean(true);
        try (Running running = register.run()) {
            Caller caller = new Caller(register);
            CompletableFuture<Void> selling = CompletableFuture.runAsync(() -> {
                while (open.get()) {
                    Answer sale = caller.ring(new LineByLine(List.of("4901234567894", "CASH 130"), () -> {}, () -> {}));
                    assertThat(sale.exitCode()).as(sale.toString()).isZero();
                    sold.incrementAndGet();
                }
            });
            for (int i = 0; i < 6; i++) {
                int already = sold.get();
                Answer rotated = switch (i % 3) {
                    case 0 -> caller.byManager("vault", "rotate", "--passphrase-file", passphrase);
                    case 1 -> caller.byManager("vault", "rotate");
                    default -> caller.byManager("vault", "rotate", "--new-data-key");
                };
                assertThat(rotated.exitCode()).as(rotated.toString()).isZero();
                await(() -> sold.get() > already);
            }
            open.set(false);
            selling.get(1, TimeUnit.MINUTES);
            running.kill();
        }
        Export journal = Export.of(register);
        journal.assertChainHolds();
        assertThat(sold.get()).isGreaterThan(6);
        assertThat(journal.payloads("SaleClosed")).hasSize((int) before + sold.get());
        assertThat(status().get("source").getAsString()).isEqualTo("key-file");
        assertThat(status().get("renewing").getAsBoolean()).isFalse();
        assertThat(journal.payloads("VaultRenewed")).hasSize(2);
    }

    @Test
    void whatIsSealedAnewGoesOnWhereItWasKilled() throws Exception {
        register.sells();
        for (int tries = 0; !status().get("renewing").getAsBoolean(); tries++) {
            assertThat(tries).isLessThan(20);
            Process rotation = register.start(
                    folder.resolve("out"),
                    folder.resolve("err"),
                    "vault",
                    "rotate",
                    "--new-data-key",
                    "--as",
                    "manager",
                    "--password-file",
                    folder.resolve("manager.pw"));
            Path vault = register.home().resolve("vault.json");
            while (rotation.isAlive() && !Files.readString(vault).contains("\"earlier\"")) {
                Thread.sleep(1);
            }
            rotation.destroyForcibly().waitFor();
        }
        assertThat(register.sekisho("", "vault", "status").out()).contains("at its first quiet moment");
        Answer again = register.byManager("", "vault", "rotate", "--new-data-key");
        assertThat(again.exitCode()).isNotZero();
        assertThat(again.err()).contains("wait until sekisho vault status says that it is done");
        register.sells();
        try (Running running = register.run()) {
            Caller caller = new Caller(register);
            await(() -> !caller.call(InputStream.nullInputStream(), List.of("vault", "status", "--json"))
                    .out()
                    .contains("\"renewing\":true"));
            await(() ->
                    caller.byManager("journal", "export").out().contains("All data is sealed by the new data key now"));
            running.kill();
        }
        register.sells();
        assertThat(register.byManager("", "journal", "verify").exitCode()).isZero();
        assertThat(Export.of(register).payloads("DatabaseNoticed"))
                .extracting(entry -> entry.get("sentence").getAsString())
                .anyMatch(sentence -> sentence.startsWith("All data is sealed by the new data key now"));
    }

    private static void await(BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
