package org.sekisho.gate.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;

/**
 * The verified list of targets.
 *
 * @param hashedNames whether their files carry a digest in front of their names
 */
record Targets(Metadata metadata, Fields listed, boolean hashedNames) {

    static Targets of(Metadata metadata, boolean hashedNames) throws MalformedDocument {
        return new Targets(metadata, metadata.signed().object("targets"), hashedNames);
    }

    Set<String> names() {
        return Set.copyOf(listed.names());
    }

    /** @throws MissingFile when it is not listed */
    FileReference reference(String target) throws TrustRefusal {
        if (!listed.has(target)) {
            throw MissingFile.document(target);
        }
        return FileReference.ofTarget(target, listed.object(target));
    }

    /** Where it lies below the folder of targets. */
    String path(FileReference target) {
        String name = target.name();
        int slash = name.lastIndexOf('/') + 1;
        return hashedNames ? name.substring(0, slash) + target.prefix() + "." + name.substring(slash) : name;
    }

    /** Copies and checks it; what was written is worth nothing before this returns. */
    void fetch(String target, Fetcher from, OutputStream to) throws TrustRefusal, IOException {
        FileReference reference = reference(target);
        try (InputStream in = from.open(path(reference))) {
            reference.copy(in, to);
        } catch (NoSuchFileException e) {
            throw MissingFile.document(target);
        }
    }
}
