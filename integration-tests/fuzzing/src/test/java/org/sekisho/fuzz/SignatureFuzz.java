package org.sekisho.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.signature.Signature;

/**
 * The files of a jar's signature: two lengths of two bytes, manifest, signature file, block. Who signed the seeds is known; no
 * change of theirs makes anybody else a signer.
 */
public final class SignatureFuzz {

    /** The only file of the signed jars that the seeds were taken from. */
    private static final ArchiveEntry CONTENT =
            new ArchiveEntry("a.txt", "signed\n".getBytes(StandardCharsets.US_ASCII));

    private static final List<String> SIGNERS = List.of("Seed Ed25519", "Seed EC", "Seed RSA");

    private SignatureFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 4) {
            return;
        }
        int manifestEnd = Math.min(input.length, 4 + length(input, 0));
        int listEnd = Math.min(input.length, manifestEnd + length(input, 2));
        byte[] block = Arrays.copyOfRange(input, listEnd, input.length);
        for (String extension : List.of("EC", "RSA")) {
            List<ArchiveEntry> entries = new ArrayList<>();
            entries.add(new ArchiveEntry("META-INF/MANIFEST.MF", Arrays.copyOfRange(input, 4, manifestEnd)));
            entries.add(new ArchiveEntry("META-INF/SEED.SF", Arrays.copyOfRange(input, manifestEnd, listEnd)));
            entries.add(new ArchiveEntry("META-INF/SEED." + extension, block));
            entries.add(CONTENT);
            if (Signature.of(entries) instanceof Signature.Signed signed
                    && !SIGNERS.contains(signed.publisher().name())) {
                throw new AssertionError("signed by " + signed.publisher());
            }
        }
    }

    private static int length(byte[] input, int at) {
        return (input[at] & 0xff) << 8 | (input[at + 1] & 0xff);
    }
}
