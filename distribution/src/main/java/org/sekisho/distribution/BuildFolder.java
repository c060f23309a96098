package org.sekisho.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.feature.ID;

/** The jars that the build resolved, laid out as a Maven repository. */
final class BuildFolder {
    private final Path folder;

    BuildFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The jar with these coordinates.
     *
     * @param askedBy the file that names it, for the message
     * @throws AssemblyFault when the build has no such jar, or has another version of it
     */
    Path jar(ID id, String askedBy) throws IOException, AssemblyFault {
        Path artifact = folder.resolve(id.getGroupId().replace('.', '/')).resolve(id.getArtifactId());
        Path jar = artifact.resolve(id.getVersion()).resolve(id.getArtifactId() + "-" + id.getVersion() + ".jar");
        if (Files.isRegularFile(jar)) {
            return jar;
        }
        if (Files.isDirectory(artifact)) {
            throw new AssemblyFault(askedBy + " names " + id + ", but the build uses version "
                    + String.join(" and ", versions(artifact)) + ". Make the two agree.");
        }
        throw new AssemblyFault(
                askedBy + " names " + id + ", which the build does not have. Add it to distribution/pom.xml.");
    }

    private static List<String> versions(Path artifact) throws IOException {
        try (Stream<Path> children = Files.list(artifact)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
