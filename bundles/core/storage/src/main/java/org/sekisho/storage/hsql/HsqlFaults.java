package org.sekisho.storage.hsql;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.ProviderException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import javax.crypto.BadPaddingException;
import org.hsqldb.HsqlException;
import org.hsqldb.error.ErrorCode;
import org.hsqldb.rowio.RowInputInterface;
import org.sekisho.storage.StorageFault;

/** What an exception of HSQLDB means. */
final class HsqlFaults {

    /** Codes of what can only come from files that are not what HSQLDB wrote. */
    private static final Set<Integer> DAMAGE = Set.of(
            ErrorCode.X_S0531,
            ErrorCode.DATA_FILE_ERROR,
            ErrorCode.DATA_FILE_BACKUP_MISMATCH,
            ErrorCode.ERROR_IN_LOG_FILE,
            ErrorCode.ERROR_IN_SCRIPT_FILE,
            ErrorCode.M_DatabaseScriptReader_read, // what it says of a statement of either that does not run
            ErrorCode.GENERAL_IO_ERROR,
            ErrorCode.WRONG_DATABASE_FILE_VERSION);

    /** The unit of HSQLDB's positions in {@code .data}, in bytes. */
    private static final long SCALE = 32;

    private HsqlFaults() {}

    static StorageFault of(Throwable e, Path folder) {
        if (isFull(e)) {
            return new StorageFault(
                    StorageFault.Kind.FULL,
                    "The disk that holds " + folder
                            + " is full. What was just asked was not recorded: make room, then try again.",
                    e);
        }
        if (isDamage(e)) {
            return new StorageFault(
                    StorageFault.Kind.DAMAGED,
                    place(e) + " in " + folder + " was changed or damaged, and was not used (" + e.getMessage()
                            + "). The register" + " cannot sell until it is mended: restore the last back-up.",
                    e);
        }
        if (e instanceof IOException || has(e, IOException.class)) {
            return new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The files in " + folder + " cannot be written or read (" + e.getMessage()
                            + "). What was just asked was not"
                            + " recorded: check the disk and the owner of the folder.",
                    e);
        }
        return new StorageFault(StorageFault.Kind.OTHER, "The database refused: " + e.getMessage() + ".", e);
    }

    private static boolean isDamage(Throwable e) {
        return has(e, BadPaddingException.class)
                || has(e, ProviderException.class)
                || (e instanceof SQLException sql
                        && DAMAGE.contains(Math.abs(sql.getErrorCode()))
                        && !has(e, IOException.class))
                || has(e, EOFException.class);
    }

    /** HSQLDB notes with the exception which row it was reading. */
    private static String place(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof HsqlException hsql && hsql.info instanceof RowInputInterface row) {
                return "register.data, the row at byte " + row.getFilePosition() * SCALE;
            }
        }
        return "A record of the database";
    }

    static boolean isFull(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = t.getMessage() == null ? "" : t.getMessage().toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("quota exceeded")) {
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
