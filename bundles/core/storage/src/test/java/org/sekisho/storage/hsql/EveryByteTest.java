package org.sekisho.storage.hsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.ahead.AheadLog;
import org.sekisho.storage.key.OpenVault;
import org.sekisho.storage.seal.DatabaseFiles;
import org.sekisho.storage.seal.SealedFiles;

/**
 * Every byte of every file of a small home, flipped one at a time: the opening reports it with the file's name, or every row is read as
 * it was. In small files each of its eight bits is flipped, in others one. {@code -Dsekisho.long} takes every byte, else it is one in many; what became of
 * them stands in {@code target/every-byte.log}.
 *
 * <p>A flip is first shown to what the opening begins with ({@link SealedFiles#check}, and {@link AheadLog#find} on the bytes in memory);
 * whatever that lets pass is opened by the register's database and read as a whole.
 */
class EveryByteTest {

    private static final boolean LONG = System.getProperty("sekisho.long") != null;
    private static final int EIGHT_BITS_UP_TO = 4096;
    /** Of the reported ones, how many are opened as a whole too. */
    private static final int OPENED_TOO = 499;

    /** Of HSQLDB's: a page, its head in the back-up, and where in the head of the data its used length stands. */
    private static final int PAGE = 16_384;

    private static final int HEAD = 12;
    private static final int USED = 12;

    private static final String SAME = "same";
    private static final String DAMAGED = "DAMAGED: ";

    @TempDir
    Path temp;

    @Test
    void ofAHomeThatWasStopped() throws Exception {
        everyFile(SmallShop.closed(temp), "stopped in order", LONG ? 1 : 1009);
    }

    @Test
    void ofAHomeThatWasKilled() throws Exception {
        everyFile(SmallShop.killed(temp), "killed while it sold", LONG ? 1 : 4001);
    }

    /** Then the digests of the pages do not count, and every row is read through every tree. */
    @Test
    void ofTheRowsOfAHomeThatWasKilledWhileItTidiedUp() throws Exception {
        SmallShop shop = SmallShop.tidying(temp);
        Count count = new Count(shop, "killed while it tidied up", "register.data");
        for (Flip flip : count.flips(LONG ? 1 : 1009)) {
            shop.putBack();
            flip(shop.data().resolve("register.data"), flip);
            count.add(flip, shop.openedAndSoldOn());
        }
        count.close();
    }

    private void everyFile(SmallShop shop, String state, int step) throws Exception {
        List<String> names = new ArrayList<>();
        try (var files = Files.list(shop.kept())) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .forEach(names::add);
        }
        assertThat(names).contains("register.script", "register.data", "register.pages", "register.properties");
        for (String name : names) {
            if (name.equals("register.ahead")) {
                aheadLog(shop, state, LONG ? 1 : 40_009);
            } else {
                oneFile(shop, state, name, step);
            }
        }
    }

    private void oneFile(SmallShop shop, String state, String name, int step) throws Exception {
        Count count = new Count(shop, state, name);
        shop.putBack();
        try (OpenVault vault = shop.store().vault().open()) {
            DatabaseFiles files = new DatabaseFiles(shop.data());
            for (Flip flip : count.flips(step)) {
                flip(shop.data().resolve(name), flip);
                String outcome = checked(files, vault);
                if (!outcome.startsWith(DAMAGED) || count.isOpenedToo()) {
                    shop.putBack();
                    flip(shop.data().resolve(name), flip);
                    outcome = shop.opened();
                    shop.putBack();
                } else {
                    flip(shop.data().resolve(name), flip);
                    requireUntouched(shop);
                }
                count.add(flip, outcome);
            }
        }
        shop.putBack();
        count.close();
    }

    private static void flip(Path file, Flip flip) throws IOException {
        try (RandomAccessFile changed = new RandomAccessFile(file.toFile(), "rw")) {
            changed.seek(flip.at);
            int old = changed.read();
            changed.seek(flip.at);
            changed.write(old ^ (1 << flip.bit));
        }
    }

    private static String checked(DatabaseFiles files, OpenVault vault) throws IOException {
        try {
            new SealedFiles(files, vault.sealer()).check();
            return SAME;
        } catch (StorageFault e) {
            return e.kind() + ": " + e.getMessage();
        }
    }

    /** A home that is refused stays as it is; but an interrupted step of a migration is undone first. */
    private static void requireUntouched(SmallShop shop) throws IOException {
        Path migrating = shop.kept().resolve("register.migrating");
        if (Files.exists(migrating)) {
            Files.copy(migrating, shop.data().resolve("register.migrating"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var files = Files.list(shop.kept())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(shop.data().resolve(file.getFileName())).hasSize(Files.size(file));
            }
        }
    }

    private void aheadLog(SmallShop shop, String state, int step) throws Exception {
        byte[] content = Files.readAllBytes(shop.kept().resolve("register.ahead"));
        Count count = new Count(shop, state, "register.ahead");
        byte[] shown = content.clone();
        try (OpenVault vault = shop.store().vault().open()) {
            DatabaseFiles files = new DatabaseFiles(temp);
            AheadLog log = AheadLog.open(files, vault.sealer(), file -> new InMemory(shown));
            String whole = found(log, shop.applied());
            for (Flip flip : count.flips(step)) {
                shown[flip.at] ^= (byte) (1 << flip.bit);
                String found = found(log, shop.applied());
                String outcome = found.equals(whole) ? SAME : found;
                if (count.isOpenedToo() && (flip.at < 8192 || flip.at % 65_521 == 0)) {
                    shop.putBack();
                    flip(shop.data().resolve("register.ahead"), flip);
                    assertThat(shop.opened())
                            .as("byte " + flip.at)
                            .isEqualTo(outcome.replace(temp.toString() + ":", shop.data() + ":"));
                }
                shown[flip.at] ^= (byte) (1 << flip.bit);
                count.add(flip, outcome);
            }
        }
        shop.putBack();
        count.close();
    }

    private static String found(AheadLog log, long applied) throws IOException {
        try {
            AheadLog.Found found = log.find(applied);
            StringBuilder left = new StringBuilder(found.torn()).append(found.last());
            found.left()
                    .forEach(each -> left.append(' ')
                            .append(ByteBuffer.wrap(each.bytes()).hashCode())
                            .append(new String(each.bytes(), StandardCharsets.ISO_8859_1)));
            return left.toString();
        } catch (StorageFault e) {
            return e.kind() + ": " + e.getMessage();
        }
    }

    /** The log ahead without its disk. */
    private static final class InMemory implements AheadLog.Target {

        private final byte[] content;

        InMemory(byte[] content) {
            this.content = content;
        }

        @Override
        public byte[] content() {
            return content;
        }

        @Override
        public void write(long position, byte[] written, boolean flush) {
            throw new UnsupportedOperationException("nothing is written while it is looked at");
        }

        @Override
        public void close() {}
    }

    /** One bit of one byte. */
    private record Flip(int at, int bit) {}

    /** What became of the flips in one file. */
    private static final class Count {

        private final String state;
        private final String name;
        private final byte[] content;
        private final Set<Integer> restored = new HashSet<>();
        private final long used;
        private final long began = System.nanoTime();
        private final Map<String, Long> slack = new TreeMap<>();
        private final Map<String, List<Integer>> places = new TreeMap<>();
        private final Map<String, Long> elsewhere = new TreeMap<>();
        private final List<String> failures = new ArrayList<>();
        private long reported;
        private long harmless;
        private long done;
        private long all;

        Count(SmallShop shop, String state, String name) throws IOException {
            this.state = state;
            this.name = name;
            content = Files.readAllBytes(shop.kept().resolve(name));
            ByteBuffer head = ByteBuffer.wrap(Files.readAllBytes(shop.kept().resolve("register.data")));
            long end = head.getLong(USED);
            Path backup = shop.kept().resolve("register.backup");
            if (Files.exists(backup)) {
                ByteBuffer pages = ByteBuffer.wrap(Files.readAllBytes(backup));
                for (int at = 0; at + HEAD + PAGE <= pages.limit(); at += HEAD + PAGE) {
                    int page = (int) (pages.getLong(at + 4) / PAGE);
                    restored.add(page);
                    end = page == 0 ? pages.getLong(at + HEAD + USED) : end;
                }
            }
            used = end;
        }

        List<Flip> flips(int step) {
            List<Flip> flips = new ArrayList<>();
            boolean small = content.length <= EIGHT_BITS_UP_TO;
            for (int at = 0; at < content.length; at += small && !LONG ? 1 + step / 64 : step) {
                for (int bit = 0; bit < 8; bit++) {
                    if (small || bit == (((at * 0x9E3779B1L) >>> 29) & 7)) {
                        flips.add(new Flip(at, bit));
                    }
                }
            }
            all = flips.size();
            return flips;
        }

        boolean isOpenedToo() {
            return done % OPENED_TOO == 0;
        }

        void add(Flip flip, String outcome) {
            done++;
            if (outcome.equals(SAME)) {
                harmless++;
                String what = what(flip.at);
                slack.merge(what, 1L, Long::sum);
                places.computeIfAbsent(what, none -> new ArrayList<>()).add(flip.at);
            } else if (outcome.startsWith(DAMAGED + name + ", ")) {
                reported++;
            } else if (outcome.startsWith(DAMAGED + "register.")) {
                elsewhere.merge(outcome.substring(DAMAGED.length()).replaceAll(" in /.*", ""), 1L, Long::sum);
            } else {
                failures.add("byte " + flip.at + ", bit " + flip.bit + ": " + outcome);
            }
            if (done % 50_000 == 0) {
                say("  … " + done + " of " + all + ", " + (System.nanoTime() - began) / 1_000_000_000 + " s");
            }
        }

        /** What a byte is there for that nobody reads. */
        private String what(int at) {
            return switch (name) {
                case "register.data" -> inData(at);
                case "register.backup" -> inBackup(at);
                default -> content[at] == 0 ? "zeros" : "other";
            };
        }

        private String inData(int at) {
            if (at >= used) {
                return "room behind what was used at the checkpoint";
            }
            if (at >= 28 && at < 32) {
                return "the flag 'saved'";
            }
            return restored.contains(at / PAGE) ? "pages that register.backup puts back" : "what is used";
        }

        private String inBackup(int at) {
            long inData = ByteBuffer.wrap(content).getLong(at / (HEAD + PAGE) * (HEAD + PAGE) + 4)
                    + at % (HEAD + PAGE)
                    - HEAD;
            return inData >= used
                    ? "room behind what was used at the checkpoint"
                    : inData >= 28 && inData < 32 ? "the flag 'saved'" : "what was used";
        }

        void close() throws IOException {
            say(state + ", " + name + ", " + content.length + " bytes: " + all + " flips, " + reported + " reported, "
                    + harmless
                    + " harmless, " + failures.size() + " neither, "
                    + (System.nanoTime() - began) / 1_000_000_000 + " s");
            slack.forEach((what, count) ->
                    say("  harmless: " + count + " in " + what + ", bytes " + ranges(places.get(what))));
            elsewhere.forEach((place, count) -> say("  reported by another file: " + count + " as " + place));
            failures.forEach(failure -> say("  NEITHER: " + failure));
            assertThat(failures).as(name).isEmpty();
        }

        private static String ranges(List<Integer> places) {
            StringBuilder ranges = new StringBuilder();
            int from = -1;
            int last = -2;
            int count = 0;
            for (int at : places) {
                if (at > last + 1) {
                    if (from >= 0) {
                        ranges.append(from == last ? "" : "-" + last).append(' ');
                    }
                    if (++count > 40) {
                        return ranges + "…";
                    }
                    ranges.append(at);
                    from = at;
                }
                last = at;
            }
            return ranges + (from == last ? "" : "-" + last);
        }

        private void say(String line) {
            try (PrintStream log = new PrintStream(
                    Files.newOutputStream(
                            Path.of("target/every-byte.log"),
                            java.nio.file.StandardOpenOption.CREATE,
                            java.nio.file.StandardOpenOption.APPEND),
                    true,
                    StandardCharsets.UTF_8)) {
                log.println(line);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
