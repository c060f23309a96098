package org.sekisho.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.publishing.PublishingFault;

/** The workspace that signed the demo register: its root is the one that the register pinned. */
final class DevelopmentWorkspace {

    private DevelopmentWorkspace() {}

    /** Copies keys and roots to a folder that is not there yet, so that tests leave the original alone. */
    static void copyTo(Path folder) throws IOException, PublishingFault {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(DevelopmentKeys.ofThisUser().folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }
}
