package org.sekisho.identity.account;

import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.identity.PinScheme;
import org.sekisho.storage.Database;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** What PINs are keyed by: made with the first PIN, sealed by the vault in the database, opened once a process. */
final class Pepper {

    static final String PURPOSE = "pins";

    private final Database database;
    private final Secrets secrets;
    private byte @Nullable [] opened;

    Pepper(Database database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    synchronized byte[] get() throws StorageFault {
        byte[] pepper = opened;
        if (pepper == null) {
            Optional<byte[]> sealed = database.read(Pepper::read);
            pepper = sealed.isPresent() ? secrets.open(sealed.get(), PURPOSE) : make();
            opened = pepper;
        }
        return pepper;
    }

    private byte[] make() throws StorageFault {
        byte[] fresh = new byte[PinScheme.PEPPER_BYTES];
        new SecureRandom().nextBytes(fresh);
        byte[] sealed = secrets.seal(fresh, PURPOSE);
        // Another lane may have been first.
        Optional<byte[]> other = database.transact(tx -> {
            Optional<byte[]> there = read(tx);
            if (there.isEmpty()) {
                PreparedStatement insert = tx.prepare("INSERT INTO operator_pepper (id, sealed) VALUES (1, ?)");
                insert.setBytes(1, sealed);
                insert.executeUpdate();
            }
            return there;
        });
        return other.isPresent() ? secrets.open(other.get(), PURPOSE) : fresh;
    }

    private static Optional<byte[]> read(Transaction tx) throws SQLException {
        try (ResultSet rows =
                tx.prepare("SELECT sealed FROM operator_pepper WHERE id = 1").executeQuery()) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
        }
    }
}
