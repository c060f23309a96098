package org.sekisho.extensions.shop;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.operate.Standing;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * Remembers in the journal which documents a lane has run by. The gate remembers that in the home: who sets the home's folder back
 * does not set back the journal, and is found out when the database opens.
 */
final class Witness {

    private final Database database;
    private final Journal journal;
    private final String lane;

    Witness(Database database, Journal journal, String lane) {
        this.database = database;
        this.journal = journal;
        this.lane = lane;
    }

    /**
     * Writes down what is newer than the journal knows.
     *
     * @return what the journal has seen, where the register runs by something older
     */
    Optional<Seen> look(Standing standing) throws StorageFault {
        Seen now = Seen.of(standing);
        return database.transact(tx -> {
            Optional<Seen> before = find(tx);
            if (before.filter(now::isBehind).isPresent()) {
                journal.append(tx, Facts.trustRolledBack(standing, before.get()));
                return before;
            }
            if (!before.equals(Optional.of(now))) {
                keep(tx, now);
                journal.append(tx, Facts.trustTaken(standing));
            }
            if (isOfNewApprovers(now, before)) {
                journal.append(tx, Facts.approverEnrolled(standing));
            }
            return Optional.empty();
        });
    }

    private static boolean isOfNewApprovers(Seen now, Optional<Seen> before) {
        DocumentVersion known = before.map(
                        seen -> seen.shop().in(now.shop().epoch()).approvers())
                .orElse(DocumentVersion.NONE);
        return now.shop().approvers().version() > known.version();
    }

    /** By which of its own documents the shop has run; empty before its first entry. */
    Optional<ShopVersions> shop() throws StorageFault {
        return database.read(this::find).map(Seen::shop);
    }

    /** The same without a word in the journal. */
    Optional<Seen> ahead(Standing standing) throws StorageFault {
        return database.read(this::find).filter(Seen.of(standing)::isBehind);
    }

    private Optional<Seen> find(Transaction tx) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT root, timestamp_version, snapshot_version, targets, epoch,"
                + " approvers, approvers_sha256, approvals, approvals_sha256 FROM trust_seen WHERE lane = ?");
        select.setString(1, lane);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Seen(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            new ShopVersions(
                                    rows.getLong(5),
                                    new DocumentVersion(rows.getLong(6), rows.getString(7)),
                                    new DocumentVersion(rows.getLong(8), rows.getString(9)))))
                    : Optional.empty();
        }
    }

    private void keep(Transaction tx, Seen seen) throws SQLException {
        PreparedStatement delete = tx.prepare("DELETE FROM trust_seen WHERE lane = ?");
        delete.setString(1, lane);
        delete.executeUpdate();
        PreparedStatement insert = tx.prepare("INSERT INTO trust_seen"
                + " (lane, root, timestamp_version, snapshot_version, targets, epoch, approvers, approvers_sha256,"
                + " approvals, approvals_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setString(1, lane);
        insert.setLong(2, seen.root());
        insert.setLong(3, seen.timestamp());
        insert.setLong(4, seen.snapshot());
        insert.setLong(5, seen.targets());
        ShopVersions shop = seen.shop();
        insert.setLong(6, shop.epoch());
        insert.setLong(7, shop.approvers().version());
        insert.setString(8, shop.approvers().sha256());
        insert.setLong(9, shop.approvals().version());
        insert.setString(10, shop.approvals().sha256());
        insert.executeUpdate();
    }
}
