package org.sekisho.storage.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.StorageFault;

/**
 * Reads {@code .script} before HSQLDB does: pieces of four bytes of length and a sealed part of one gzip stream, whose end tells
 * that none is missing. It holds definitions alone (rows lie in {@code .data}), so it fits in memory.
 */
final class ScriptCheck {

    private ScriptCheck() {}

    static void check(Path script, Sealer sealer) throws IOException, StorageFault {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(script));
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        long piece = 0;
        while (file.hasRemaining()) {
            int at = file.position();
            try {
                plain.write(sealer.open(next(file), SealContext.stream(piece)));
            } catch (VaultFault e) {
                throw DatabaseFiles.damaged(script, "record " + (piece + 1) + " (at byte " + at + ")");
            }
            piece++;
        }
        try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(plain.toByteArray()))) {
            unzipped.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw DatabaseFiles.damaged(script, "behind record " + piece + " (at byte " + file.position() + ")");
        }
    }

    private static byte[] next(ByteBuffer file) throws VaultFault {
        int size = file.remaining() < Integer.BYTES ? -1 : file.getInt();
        if (size < 0 || size > file.remaining()) {
            throw new VaultFault(VaultFault.Kind.RECORD, "its length does not fit");
        }
        byte[] sealed = new byte[size];
        file.get(sealed);
        return sealed;
    }
}
