package org.sekisho.journal.chain;

import com.google.gson.JsonObject;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** The keys that sign anchors: one a lane, made when it is first needed. */
final class AnchorKeys {

    private final Database database;
    private final Secrets secrets;
    private final Journal journal;

    AnchorKeys(Database database, Secrets secrets, Journal journal) {
        this.database = database;
        this.secrets = secrets;
        this.journal = journal;
    }

    /** Every public key that this database has. */
    Set<String> known() throws StorageFault {
        return database.read(tx -> {
            Set<String> keys = new HashSet<>();
            try (ResultSet rows =
                    tx.prepare("SELECT public_key FROM journal_key").executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        });
    }

    /** The lane's key, opened; made first when it has none. */
    AnchorKey open(String lane) throws StorageFault {
        Optional<Sealed> known = database.read(tx -> find(tx, lane));
        Sealed key = known.isPresent() ? known.get() : make(lane);
        AnchorKey open = new AnchorKey(secrets.open(key.bytes, purpose(lane)));
        if (!open.publicKey().equals(key.publicKey)) {
            open.close();
            throw new StorageFault(
                    StorageFault.Kind.DAMAGED,
                    "The key that signs the journal's anchors is not the one that the database names. Sales continue;"
                            + " keep this home as it is and call your integrator.");
        }
        return open;
    }

    private Sealed make(String lane) throws StorageFault {
        byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
        new SecureRandom().nextBytes(secret);
        Sealed fresh;
        try (AnchorKey key = new AnchorKey(secret)) {
            fresh = new Sealed(key.publicKey(), secrets.seal(secret, purpose(lane)));
        }
        return database.transact(tx -> {
            Optional<Sealed> meanwhile = find(tx, lane);
            if (meanwhile.isEmpty()) {
                insert(tx, lane, fresh);
            }
            return meanwhile.orElse(fresh);
        });
    }

    private void insert(Transaction tx, String lane, Sealed key) throws SQLException, StorageFault {
        PreparedStatement insert = tx.prepare("INSERT INTO journal_key (lane, public_key, sealed) VALUES (?, ?, ?)");
        insert.setString(1, lane);
        insert.setString(2, key.publicKey);
        insert.setBytes(3, key.bytes);
        insert.executeUpdate();
        JsonObject details = new JsonObject();
        details.addProperty("key", key.publicKey);
        journal.append(tx, new Fact("JournalKeyMade", 1, Fact.SYSTEM, details));
    }

    private static Optional<Sealed> find(Transaction tx, String lane) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT public_key, sealed FROM journal_key WHERE lane = ?");
        select.setString(1, lane);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new Sealed(row.getString(1), row.getBytes(2))) : Optional.empty();
        }
    }

    static String purpose(String lane) {
        return "journal key of lane " + lane;
    }

    private static final class Sealed {

        private final String publicKey;
        private final byte[] bytes;

        private Sealed(String publicKey, byte[] bytes) {
            this.publicKey = publicKey;
            this.bytes = bytes;
        }
    }
}
