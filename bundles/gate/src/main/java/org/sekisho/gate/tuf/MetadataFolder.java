package org.sekisho.gate.tuf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.refusal.MalformedDocument;

/** The metadata that a client trusts, one file a role, byte for byte as received: {@code root.json}, {@code timestamp.json} … */
record MetadataFolder(Path folder) {

    Optional<byte[]> read(Role role) throws IOException, MalformedDocument {
        try {
            return Optional.of(Fetcher.of(folder).read(name(role), Metadata.LONGEST));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (TooLong e) {
            throw new MalformedDocument(name(role), "more than " + Metadata.LONGEST + " bytes");
        }
    }

    /** Replaces it whole or not at all. */
    void keep(Role role, byte[] bytes) throws IOException {
        AtomicFiles.write(folder.resolve(name(role)), bytes);
    }

    void forget(Role role) throws IOException {
        Files.deleteIfExists(folder.resolve(name(role)));
    }

    private static String name(Role role) {
        return role.type() + ".json";
    }
}
