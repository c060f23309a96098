package org.sekisho.storage.hsql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.seal.SealContext;

/** A stream in sealed pieces, each with its length in front and its number bound to it. */
final class SealedStream {

    private static final int LONGEST_PIECE = 1 << 20;

    private final Sealer sealer;
    private long piece;
    private byte[] kept = {};

    SealedStream(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(byte[] part) {
        if (part.length == 0) {
            return part;
        }
        byte[] sealed = sealer.seal(part, SealContext.stream(piece++));
        return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(sealed.length)
                .put(sealed)
                .array();
    }

    /** What is whole of the pieces so far; the beginning of the next one is kept. */
    byte[] open(byte[] part) throws VaultFault {
        ByteBuffer all = ByteBuffer.allocate(kept.length + part.length)
                .put(kept)
                .put(part)
                .flip();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        while (all.remaining() >= Integer.BYTES) {
            int size = all.getInt(all.position());
            if (size < Sealer.OVERHEAD || size > LONGEST_PIECE) {
                throw new VaultFault(VaultFault.Kind.RECORD, "the length of a sealed piece does not fit");
            }
            if (all.remaining() < Integer.BYTES + size) {
                break;
            }
            byte[] sealed = new byte[size];
            all.position(all.position() + Integer.BYTES).get(sealed);
            plain.writeBytes(sealer.open(sealed, SealContext.stream(piece++)));
        }
        kept = Arrays.copyOfRange(all.array(), all.position(), all.limit());
        return plain.toByteArray();
    }

    int kept() {
        return kept.length;
    }

    void end() throws VaultFault {
        if (kept.length > 0) {
            throw new VaultFault(VaultFault.Kind.RECORD, "the last sealed piece is cut off");
        }
    }
}
