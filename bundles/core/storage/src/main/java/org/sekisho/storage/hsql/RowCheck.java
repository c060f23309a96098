package org.sekisho.storage.hsql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.storage.StorageFault;

/**
 * Reads every row of every table through each of its trees. It takes seconds for a large store, and is needed only when the process
 * ended just between a checkpoint and its seal.
 */
final class RowCheck {

    private static final Pattern ROWS = Pattern.compile("(readable )?rows (\\d+)");

    private RowCheck() {}

    static void check(Connection connection) throws SQLException, StorageFault {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PERFORM CHECK ALL TABLE INDEX")) {
            String table = "";
            String rows = "";
            while (found.next()) {
                table = found.getString(1).isEmpty() ? table : found.getString(1);
                Matcher info = ROWS.matcher(found.getString(3));
                if (!info.matches()) {
                    throw damaged(table, found.getString(3));
                }
                if (info.group(1) == null) {
                    rows = info.group(2);
                } else if (!rows.equals(info.group(2))) {
                    throw damaged(table, info.group(2) + " of " + rows + " rows can be read by " + found.getString(2));
                }
            }
        }
    }

    private static StorageFault damaged(String table, String what) {
        return new StorageFault(
                StorageFault.Kind.DAMAGED,
                "register.data, table " + table + ": " + what
                        + ". The register cannot sell until it is mended: restore the last" + " back-up.");
    }
}
