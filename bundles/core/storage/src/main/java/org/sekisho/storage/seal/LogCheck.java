package org.sekisho.storage.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.StorageFault;

/**
 * Reads {@code .log} before HSQLDB does, record by record: four bytes of length (big-endian), then the sealed line. HSQLDB ends its
 * replay at the first record that it cannot read, in silence and with success; so whatever it might stumble over is settled here.
 */
final class LogCheck {

    /** No line of the log is longer: the longest row is sixteen million characters, six bytes each. */
    static final int LONGEST = 128 * 1024 * 1024;

    private final Path log;
    private final Sealer sealer;

    LogCheck(Path log, Sealer sealer) {
        this.log = log;
        this.sealer = sealer;
    }

    /**
     * What stands in the log.
     *
     * @param whole up to which byte there are whole records
     * @param records how many
     * @param commits how many of them end a transaction
     * @param torn how many bytes behind them a crash left of a record that was never finished
     */
    record Findings(long whole, long records, long commits, long torn) {}

    Findings check() throws IOException, StorageFault {
        long length = Files.size(log);
        long whole = 0;
        long records = 0;
        long commits = 0;
        try (InputStream file = Files.newInputStream(log);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 20))) {
            while (whole < length) {
                byte[] line = next(in, length - whole);
                if (line.length == 0) {
                    break;
                }
                whole += Integer.BYTES + line.length + (long) Sealer.OVERHEAD;
                records++;
                if (isCommit(line)) {
                    commits++;
                }
            }
        }
        if (whole < length && !new LogTail(log, whole, sealer).isTorn()) {
            throw DatabaseFiles.damaged(log, "record " + (records + 1) + " (at byte " + whole + ")");
        }
        return new Findings(whole, records, commits, length - whole);
    }

    /** The next line; empty (no line is) when there is no whole, unchanged record. */
    private byte[] next(DataInputStream in, long remaining) throws IOException {
        try {
            int size = in.readInt();
            if (size <= Sealer.OVERHEAD || size > LONGEST || size > remaining - Integer.BYTES) {
                return new byte[0];
            }
            byte[] sealed = new byte[size];
            in.readFully(sealed);
            return sealer.open(sealed, SealContext.record());
        } catch (EOFException | VaultFault e) {
            return new byte[0];
        }
    }

    private static boolean isCommit(byte[] line) {
        return new String(line, ISO_8859_1).strip().equals("COMMIT");
    }
}
