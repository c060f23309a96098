package org.sekisho.checkout.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.journal.fixture.MemoryDatabase;
import org.sekisho.storage.Transaction;

class ReturnedGoodsTest {

    private static final ReceiptNumber RECEIPT = new ReceiptNumber("1", 7);
    private MemoryDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = new MemoryDatabase(new CheckoutSchema());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void whatCameBackAddsUp() throws Exception {
        assertThat(database.<Boolean>transact(tx -> ReturnedGoods.take(tx, RECEIPT, 1, 0, 1000)))
                .isTrue();
        assertThat(database.<Boolean>transact(tx -> ReturnedGoods.take(tx, RECEIPT, 1, 1000, 500)))
                .isTrue();
        assertThat(gone()).isEqualTo(1500);
    }

    @Test
    void theFirstOfALineIsTakenOnce() throws Exception {
        boolean taken = database.transact(tx -> ReturnedGoods.take(new Overtaken(tx, 0), RECEIPT, 1, 0, 1000));
        assertThat(taken).isFalse();
        assertThat(gone()).isEqualTo(2000);
    }

    @Test
    void moreOfALineIsTakenOnce() throws Exception {
        database.<Boolean>transact(tx -> ReturnedGoods.take(tx, RECEIPT, 1, 0, 1000));
        boolean taken = database.transact(tx -> ReturnedGoods.take(new Overtaken(tx, 1000), RECEIPT, 1, 1000, 500));
        assertThat(taken).isFalse();
        assertThat(gone()).isEqualTo(3000);
    }

    private long gone() throws Exception {
        return database.<Long>read(tx -> ReturnedGoods.of(tx, RECEIPT).getOrDefault(1, 0L));
    }

    /** Another register takes two of the line just before this one writes. */
    private record Overtaken(Transaction tx, long before) implements Transaction {

        @Override
        public PreparedStatement prepare(String sql) throws SQLException {
            if (!sql.startsWith("SELECT")) {
                assertThat(ReturnedGoods.take(tx, RECEIPT, 1, before, 2000)).isTrue();
            }
            return tx.prepare(sql);
        }

        @Override
        public void afterCommit(Runnable action) {
            tx.afterCommit(action);
        }
    }
}
