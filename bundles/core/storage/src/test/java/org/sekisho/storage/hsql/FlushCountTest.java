package org.sekisho.storage.hsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.Database;
import org.sekisho.storage.ahead.AheadLog;
import org.sekisho.storage.database.RegisterDatabase;
import org.sekisho.storage.database.TestStore;

class FlushCountTest {

    @TempDir
    Path temp;

    private final AtomicLong flushes = new AtomicLong();
    private final AtomicLong unflushed = new AtomicLong();

    @Test
    void commitOfManyRowsCostsOneFlushAndLeavesNothingUnflushed() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = new RegisterDatabase(
                () -> HsqlEngine.open(store.folder(), store.vault().open(), Counted::new, 32_000));
        database.addSchema(TestStore.SALES);
        database.open();
        long before = flushes.get();
        for (int sale = 0; sale < 20; sale++) {
            int from = sale * 5;
            database.transact(tx -> {
                var insert = tx.prepare("INSERT INTO sale (id, body) VALUES (?, ?)");
                for (int i = from; i < from + 5; i++) {
                    insert.setLong(1, i);
                    insert.setString(2, "line");
                    insert.executeUpdate();
                }
                return 1;
            });
            assertThat(unflushed).hasValue(0);
        }
        assertThat(flushes.get() - before).isEqualTo(20);
        database.stop();
    }

    @Test
    void whatNeedNotWaitIsFlushedByTheNextThatMust() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = new RegisterDatabase(
                () -> HsqlEngine.open(store.folder(), store.vault().open(), Counted::new, 32_000));
        database.addSchema(TestStore.SALES);
        database.open();
        long before = flushes.get();
        for (int i = 0; i < 5; i++) {
            database.transactUnflushed(insert(i));
        }
        assertThat(flushes.get() - before).isZero();
        assertThat(unflushed.get()).isPositive();
        database.transact(insert(5));
        assertThat(flushes.get() - before).isEqualTo(1);
        assertThat(unflushed).hasValue(0);
        database.transactUnflushed(insert(6));
        database.transact(tx -> "writes nothing");
        assertThat(flushes.get() - before).isEqualTo(2);
        assertThat(unflushed).hasValue(0);
        database.stop();
    }

    @Test
    void whatIsKeptAheadCostsOneFlushAndItsRowsNone() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        AtomicLong ahead = new AtomicLong();
        RegisterDatabase database = new RegisterDatabase(() -> HsqlEngine.open(
                store.folder(),
                store.vault().open(),
                new HsqlEngine.Writers(Counted::new, path -> counted(AheadLog.Disk.REAL.open(path), ahead)),
                32_000));
        database.addSchema(TestStore.SALES);
        database.open();
        long before = flushes.get();
        ahead.set(0);
        for (int i = 0; i < 20; i++) {
            long id = i;
            database.transactAhead(tx -> {
                tx.write("INSERT INTO sale (id, body) VALUES (?, ?)", id, "line");
                return id;
            });
            database.read(
                    tx -> tx.prepare("SELECT body FROM sale").executeQuery().next());
        }
        assertThat(ahead).hasValue(20);
        assertThat(flushes.get() - before).isZero();
        assertThat(unflushed.get()).isPositive();
        database.stop();
    }

    private static AheadLog.Target counted(AheadLog.Target file, AtomicLong flushes) {
        return new AheadLog.Target() {
            @Override
            public byte[] content() throws IOException {
                return file.content();
            }

            @Override
            public void write(long position, byte[] bytes, boolean flush) throws IOException {
                if (flush) {
                    flushes.incrementAndGet();
                }
                file.write(position, bytes, flush);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    private static Database.Work<Integer> insert(long id) {
        return tx -> {
            var insert = tx.prepare("INSERT INTO sale (id, body) VALUES (?, ?)");
            insert.setLong(1, id);
            insert.setString(2, "line");
            return insert.executeUpdate();
        };
    }

    private final class Counted implements LogFile.Target {

        private final AppendedFile file;

        Counted(Path path) throws IOException {
            file = new AppendedFile(path);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            unflushed.addAndGet(length);
            file.write(bytes, offset, length);
        }

        @Override
        public void sync() throws IOException {
            flushes.incrementAndGet();
            unflushed.set(0);
            file.sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
