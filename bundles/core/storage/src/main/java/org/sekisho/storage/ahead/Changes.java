package org.sekisho.storage.ahead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.storage.Transaction;

/** All that one transaction changes, in order, and its bytes in an {@link AheadLog}. */
public final class Changes {

    private static final int STRING = 1;
    private static final int INT = 2;
    private static final int LONG = 3;
    private static final int DATE = 4;

    private final List<RowChange> all;

    Changes(List<RowChange> all) {
        this.all = List.copyOf(all);
    }

    /** Writes the rows. */
    public void carryOut(Transaction tx) throws SQLException {
        for (RowChange change : all) {
            change.carryOut(tx);
        }
    }

    /** As {@link #read} reads them. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeInt(all.size());
            for (RowChange change : all) {
                write(out, change.sql());
                write(out, change.orElse());
                out.writeInt(change.values().size());
                for (Object value : change.values()) {
                    write(out, value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what it is given", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when that is not what {@link #bytes} makes */
    public static Changes read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        List<RowChange> all = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String sql = text(in);
            String orElse = text(in);
            List<Object> values = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                values.add(value(in));
            }
            all.add(new RowChange(sql, orElse, values));
        }
        return new Changes(all);
    }

    static boolean takes(Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof LocalDate;
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        if (value instanceof String text) {
            out.writeByte(STRING);
            write(out, text);
        } else if (value instanceof Integer number) {
            out.writeByte(INT);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte(LONG);
            out.writeLong(number);
        } else {
            out.writeByte(DATE);
            out.writeLong(((LocalDate) value).toEpochDay());
        }
    }

    private static Object value(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        return switch (type) {
            case STRING -> text(in);
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case DATE -> LocalDate.ofEpochDay(in.readLong());
            default -> throw new IOException("a value of unknown type " + type);
        };
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }
}
