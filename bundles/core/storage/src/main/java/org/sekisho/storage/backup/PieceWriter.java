package org.sekisho.storage.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.sekisho.api.vault.Sealer;

/** Seals what is written to it, piece by piece; closing it seals the last. */
final class PieceWriter extends OutputStream {

    private final DataOutputStream out;
    private final Sealer sealer;
    private final SealedPieces pieces;
    private final byte[] piece = new byte[SealedPieces.LONGEST];
    private int filled;
    private long number;
    private boolean closed;

    PieceWriter(OutputStream out, Sealer sealer, SealedPieces pieces) {
        this.out = new DataOutputStream(out);
        this.sealer = sealer;
        this.pieces = pieces;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                seal(false);
            }
            int some = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, at, piece, filled, some);
            filled += some;
            at += some;
            left -= some;
        }
    }

    private void seal(boolean last) throws IOException {
        byte[] sealed = sealer.seal(Arrays.copyOf(piece, filled), pieces.context(number, last));
        out.writeInt(sealed.length);
        out.write(sealed);
        number++;
        filled = 0;
    }

    /** The stream behind it stays open: it may have to be brought to the disk. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            seal(true);
            out.flush();
            Arrays.fill(piece, (byte) 0);
        }
    }
}
