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

/** The verified list of targets, and where they lie. */
record Targets(Metadata metadata, Fields listed, Fetcher repository) {

    static Targets of(Metadata metadata, Fetcher repository) throws MalformedDocument {
        return new Targets(metadata, metadata.signed().object("targets"), repository);
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

    /** With its digest in front of its name, as consistent snapshots have it. */
    static String path(FileReference target) {
        int slash = target.name().lastIndexOf('/') + 1;
        return "targets/" + target.name().substring(0, slash) + target.prefix() + "."
                + target.name().substring(slash);
    }

    void fetch(String target, OutputStream to) throws TrustRefusal, IOException {
        FileReference reference = reference(target);
        try (InputStream in = repository.open(path(reference))) {
            reference.copy(in, to);
        } catch (NoSuchFileException e) {
            throw MissingFile.document(target);
        }
    }
}
