package org.sekisho.storage.hsql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import javax.crypto.BadPaddingException;
import org.hsqldb.error.ErrorCode;
import org.sekisho.storage.StorageFault;

/** What an exception of HSQLDB means. */
final class HsqlFaults {

    /** Codes of what can only come from files that are not what HSQLDB wrote. */
    private static final Set<Integer> DAMAGE = Set.of(
            ErrorCode.X_S0531,
            ErrorCode.DATA_FILE_ERROR,
            ErrorCode.DATA_FILE_BACKUP_MISMATCH,
            ErrorCode.ERROR_IN_LOG_FILE,
            ErrorCode.GENERAL_IO_ERROR,
            ErrorCode.WRONG_DATABASE_FILE_VERSION);

    private HsqlFaults() {}

    static StorageFault of(SQLException e, Path folder) {
        if (isFull(e)) {
            return full(folder, e);
        }
        if (has(e, BadPaddingException.class) || DAMAGE.contains(Math.abs(e.getErrorCode()))) {
            return new StorageFault(
                    StorageFault.Kind.DAMAGED,
                    "A record of the database in " + folder + " was changed or damaged (" + e.getMessage()
                            + "). It was not used." + " Restore a back-up, or ask whoever keeps the register.",
                    e);
        }
        return new StorageFault(StorageFault.Kind.OTHER, "The database refused: " + e.getMessage() + ".", e);
    }

    static StorageFault full(Path folder, Throwable cause) {
        return new StorageFault(
                StorageFault.Kind.FULL,
                "The disk that holds " + folder
                        + " is full. What was just asked was not recorded: make room, then try again.",
                cause);
    }

    static boolean isFull(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = t.getMessage() == null ? "" : t.getMessage().toLowerCase(Locale.ROOT);
            if (message.contains("no space left")
                    || message.contains("quota exceeded")
                    || message.contains("disk full")) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
