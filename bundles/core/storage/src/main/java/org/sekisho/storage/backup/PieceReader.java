package org.sekisho.storage.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;

/** Opens what {@link PieceWriter} sealed; nothing of a piece is seen before its tag fits. */
final class PieceReader extends InputStream {

    private final PushbackInputStream in;
    private final Sealer sealer;
    private final SealedPieces pieces;
    private byte[] piece = {};
    private int read;
    private long number;
    private boolean last;

    PieceReader(InputStream in, Sealer sealer, SealedPieces pieces) {
        this.in = new PushbackInputStream(in, 1);
        this.sealer = sealer;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (read == piece.length) {
            if (last) {
                return -1;
            }
            next();
        }
        int some = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, bytes, offset, some);
        read += some;
        return some;
    }

    private void next() throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        int size = length.length == Integer.BYTES ? ByteBuffer.wrap(length).getInt() : -1;
        if (size < Sealer.OVERHEAD || size > SealedPieces.LONGEST_SEALED) {
            throw new Torn(number);
        }
        byte[] sealed = in.readNBytes(size);
        if (sealed.length < size) {
            throw new Torn(number);
        }
        int following = in.read();
        last = following < 0;
        if (!last) {
            in.unread(following);
        }
        try {
            piece = sealer.open(sealed, pieces.context(number, last));
        } catch (VaultFault e) {
            throw new Torn(number);
        }
        read = 0;
        number++;
    }

    /** A piece that is not as it was sealed, or is not there. */
    static final class Torn extends EOFException {

        private static final long serialVersionUID = 1L;

        private final long number;

        Torn(long number) {
            super("piece " + number);
            this.number = number;
        }

        long number() {
            return number;
        }
    }
}
