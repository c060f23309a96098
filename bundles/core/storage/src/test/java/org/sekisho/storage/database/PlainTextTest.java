package org.sekisho.storage.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.StorageFault;

/** No file of the home shows an item, an operator or a receipt, in whichever encoding one looks for them. */
class PlainTextTest {

    private static final List<String> TEXTS =
            List.of("紅鮭おにぎり", "Salmon rice ball", "operator-tanaka", "田中太郎", "適格簡易請求書 合計 ¥1,298", "4901234567894");

    @TempDir
    Path temp;

    private void write(RegisterDatabase database, int from) throws StorageFault {
        for (int i = 0; i < TEXTS.size(); i++) {
            int id = from + i;
            String text = TEXTS.get(i);
            database.transact(tx -> {
                DatabaseContract.insert(tx, id, text);
                return 1;
            });
        }
    }

    private static List<String> shown(Path home) throws IOException {
        List<String> shown = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String hex = HexFormat.of().formatHex(Files.readAllBytes(file));
                for (String text : TEXTS) {
                    for (Charset charset :
                            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                        if (hex.contains(HexFormat.of().formatHex(text.getBytes(charset)))) {
                            shown.add(text + " in " + file);
                        }
                    }
                }
            }
        }
        return shown;
    }

    @Test
    void closedHomeShowsNothing() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = store.open(TestStore.SALES);
        write(database, 0);
        database.stop();
        assertThat(store.data().resolve("register.data")).exists();
        assertThat(shown(store.folder())).isEmpty();
    }

    @Test
    void killedHomeShowsNothing() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = store.open(TestStore.SALES);
        write(database, 0);
        database.stop();
        database = store.open(TestStore.SALES);
        write(database, 100);
        ChangedFileTest.copy(store.data(), temp.resolve("killed"));
        assertThat(temp.resolve("killed/register.log")).isNotEmptyFile();
        assertThat(shown(temp.resolve("killed"))).isEmpty();
        database.stop();
    }

    @Test
    void lookingWouldFindPlainText() throws Exception {
        Files.write(temp.resolve("plain"), "…紅鮭おにぎり…".getBytes(StandardCharsets.UTF_16LE));
        assertThat(shown(temp)).hasSize(1);
    }
}
