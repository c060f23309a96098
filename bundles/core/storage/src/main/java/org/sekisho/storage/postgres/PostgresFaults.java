package org.sekisho.storage.postgres;

import java.sql.SQLException;
import org.sekisho.storage.StorageFault;

/** What an exception of PostgreSQL means, by its SQLSTATE (PostgreSQL manual, appendix A). */
final class PostgresFaults {

    private PostgresFaults() {}

    static StorageFault of(SQLException e, String server) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("08") || state.startsWith("57P")) {
            return new StorageFault(
                    StorageFault.Kind.UNREACHABLE,
                    "The database server at " + server
                            + " cannot be reached. Nothing was recorded; the register goes on by itself"
                            + " as soon as the server answers. Check the network and the server.",
                    e);
        }
        if (state.equals("53100")) {
            return new StorageFault(
                    StorageFault.Kind.FULL,
                    "The disk of the database server at " + server + " is full. Nothing was recorded: make room there.",
                    e);
        }
        if (state.startsWith("XX001") || state.startsWith("XX002")) {
            return new StorageFault(
                    StorageFault.Kind.DAMAGED,
                    "The database server at " + server + " found its data damaged (" + e.getMessage()
                            + "). Restore a back-up.",
                    e);
        }
        if (state.startsWith("28") || state.equals("3D000")) {
            return new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The database server at " + server + " does not let the register in (" + e.getMessage()
                            + "). Check the setting 'database' in store.json.",
                    e);
        }
        return new StorageFault(StorageFault.Kind.OTHER, "The database refused: " + e.getMessage() + ".", e);
    }
}
