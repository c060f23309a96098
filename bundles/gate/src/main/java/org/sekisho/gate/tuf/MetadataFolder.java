package org.sekisho.gate.tuf;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.refusal.MalformedDocument;

/** The metadata that a client trusts, one file a role, byte for byte as received: {@code root.json}, {@code timestamp.json} … */
record MetadataFolder(Path folder) {

    Optional<byte[]> read(String file) throws IOException, MalformedDocument {
        try {
            return Optional.of(Fetcher.of(folder).read(file, Metadata.LONGEST));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (TooLong e) {
            throw new MalformedDocument(file, "more than " + Metadata.LONGEST + " bytes");
        }
    }

    /** Replaces it whole or not at all. */
    void keep(String file, byte[] bytes) throws IOException {
        AtomicFiles.write(folder.resolve(file), bytes);
    }

    void forget(String file) throws IOException {
        Files.deleteIfExists(folder.resolve(file));
    }

    /** The name of the file of one of the four roles. */
    static String file(Role role) {
        return role.type() + ".json";
    }

    /** That of somebody who was delegated to: never one of the four, on no file system. */
    static String file(Delegation delegation) {
        return "delegated." + URLEncoder.encode(delegation.role(), StandardCharsets.UTF_8) + ".json";
    }
}
