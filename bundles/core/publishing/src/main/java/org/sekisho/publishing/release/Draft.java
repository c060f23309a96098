package org.sekisho.publishing.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.workspace.WorkspaceFolder;

/** The lists and bundles that are to be published next: {@code draft/} of a workspace, each target under its plain name. */
public final class Draft {

    private final WorkspaceFolder workspace;
    private final Path folder;

    public Draft(WorkspaceFolder workspace) {
        this.workspace = workspace;
        this.folder = workspace.folder().resolve("draft");
    }

    /** Whether somebody has begun one. */
    public boolean exists() {
        return Files.exists(folder.resolve(Contents.ALLOWLIST));
    }

    /** Whether a repository, or a register's, begins with the same root as this workspace. */
    public boolean belongsTo(Path place) throws IOException {
        List<byte[]> theirs = repository(place).roots();
        List<byte[]> ours = workspace.roots().history();
        return !ours.isEmpty() && !theirs.isEmpty() && Arrays.equals(ours.get(0), theirs.get(0));
    }

    private static Repository repository(Path place) {
        Path inside = place.resolve("repository");
        return new Repository(Files.isDirectory(inside) ? inside : place);
    }

    /**
     * Begins anew with what a repository holds; what was not published yet is gone.
     *
     * @param place the repository, or the register that has it
     * @throws PublishingFault when it does not hold, or belongs to other keys than this workspace
     */
    public void beginFrom(Path place) throws IOException, PublishingFault {
        Repository repository = repository(place);
        List<byte[]> theirs = repository.roots();
        if (theirs.isEmpty()) {
            throw new PublishingFault("repository.none", place);
        }
        List<byte[]> ours = workspace.roots().history();
        if (!ours.isEmpty() && !Arrays.equals(ours.get(0), theirs.get(0))) {
            throw new PublishingFault("repository.foreign", place, workspace.folder());
        }
        Map<String, byte[]> targets = repository.read(theirs.get(0));
        if (theirs.size() > ours.size()) {
            workspace.roots().takeOver(theirs);
        }
        replace(Contents.of(targets));
    }

    /** @throws PublishingFault when nobody has begun one */
    public Contents read() throws IOException, PublishingFault {
        if (!exists()) {
            throw new PublishingFault("draft.none", workspace.folder());
        }
        Map<String, byte[]> targets = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".new"))
                    .toList()) {
                targets.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return Contents.of(targets);
    }

    /** Keeps what was changed: bundles first, then the lists that name them. */
    public void keep(Contents contents) throws IOException {
        StaticFiles.createPrivateFolder(folder.resolve(Contents.BUNDLES));
        for (boolean lists : new boolean[] {false, true}) {
            for (Map.Entry<String, byte[]> target : contents.targets().entrySet()) {
                Path file = folder.resolve(target.getKey());
                boolean same = Files.exists(file) && Arrays.equals(Files.readAllBytes(file), target.getValue());
                if (!same && lists != target.getKey().startsWith(Contents.BUNDLES)) {
                    StaticFiles.createPrivateFolder(file.getParent());
                    StaticFiles.writePrivate(file, target.getValue());
                }
            }
        }
    }

    private void replace(Contents contents) throws IOException, PublishingFault {
        workspace.locked(() -> {
            if (Files.exists(folder)) {
                Files.deleteIfExists(folder.resolve(Contents.ALLOWLIST));
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.delete(file);
                    }
                }
            }
            keep(contents);
            return contents;
        });
    }
}
