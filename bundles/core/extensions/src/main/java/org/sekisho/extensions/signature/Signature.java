package org.sekisho.extensions.signature;

import java.util.List;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.Finding;

/** What a jar's signature is worth. Whether the signer is welcome is for others to say. */
public sealed interface Signature {

    /** Every file but the signature's own is signed by this one publisher, with a key and digests that are strong enough. */
    record Signed(Publisher publisher) implements Signature {}

    /** Nobody answers for all of it; the findings say why, {@code UNSIGNED} or {@code SIGNATURE_INVALID}. */
    record Doubtful(List<Finding> findings) implements Signature {

        public Doubtful {
            findings = List.copyOf(findings);
        }
    }

    /** Judges the files that the strict reader saw, so that no other reader's view of the zip matters. */
    static Signature of(List<ArchiveEntry> entries) {
        return JarVerification.verify(entries);
    }
}
