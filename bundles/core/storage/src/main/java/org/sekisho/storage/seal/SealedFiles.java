package org.sekisho.storage.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.StorageFault;

/** Proves, before HSQLDB opens them, that the files hold what was written there; and seals what only a closed checkpoint can. */
public final class SealedFiles {

    private final DatabaseFiles files;
    private final Sealer sealer;
    /** The digests that the pages have for sure but for those that were written over; null when only reading them all can tell. */
    private @Nullable PageSeal known;

    public SealedFiles(DatabaseFiles files, Sealer sealer) {
        this.files = files;
        this.sealer = sealer;
    }

    /**
     * What was found.
     *
     * @param isNew whether there is no database yet
     * @param unsealed whether {@code .data} could not be held to its digests, since the process ended within a checkpoint: then its
     *     rows and trees are to be read through
     * @param warnings what somebody should know, in sentences
     */
    public record Findings(boolean isNew, boolean unsealed, List<String> warnings) {}

    /**
     * Checks every record that HSQLDB will read, and cuts off what a crash left unfinished.
     *
     * @throws StorageFault DAMAGED, with the place, when anything was changed
     */
    public Findings check() throws IOException, StorageFault {
        if (Files.exists(files.making())) {
            return startAgain();
        }
        if (!Files.exists(files.pages())) {
            if (files.all().isEmpty()) {
                files.mark(files.making());
                return new Findings(true, false, List.of());
            }
            throw DatabaseFiles.damaged(files.pages(), "the whole file: it is missing");
        }
        PageSeal seal = PageSeal.read(files.pages(), sealer);
        FileState state = FileState.read(files.properties());
        undoMigration(state);
        checkScript(state);
        List<String> warnings = new ArrayList<>();
        checkLog(state, warnings);
        boolean matches = matches(seal, state, warnings);
        known = matches && state == FileState.CLOSED ? seal : null;
        return new Findings(false, !matches, List.copyOf(warnings));
    }

    /** The first opening never came to its end, so nothing was ever recorded. */
    private Findings startAgain() throws IOException {
        for (Path file : files.all()) {
            Files.delete(file);
        }
        return new Findings(true, false, List.of());
    }

    private void checkScript(FileState state) throws IOException, StorageFault {
        boolean useNew = Files.exists(files.newScript()) && (state.hasNewFiles() || !Files.exists(files.script()));
        Path script = useNew ? files.newScript() : files.script();
        if (!Files.exists(script)) {
            throw DatabaseFiles.damaged(script, "the whole file: it is missing");
        }
        ScriptCheck.check(script, sealer);
    }

    private void checkLog(FileState state, List<String> warnings) throws IOException, StorageFault {
        if (!Files.exists(files.log()) || state.hasNewFiles()) {
            return;
        }
        LogCheck.Findings found = new LogCheck(files.log(), sealer).check();
        if (state == FileState.CLOSED && found.commits() > 1) {
            throw DatabaseFiles.damaged(files.properties(), "the word 'modified'");
        }
        if (found.torn() > 0) {
            DatabaseFiles.cut(files.log(), found.whole());
            warnings.add("The register stopped while it was writing: of record " + (found.records() + 1)
                    + " in register.log (at byte "
                    + found.whole() + ") only the first " + found.torn()
                    + " bytes had reached the disk, and they were dropped. They"
                    + " belonged to something that was not yet finished; what was finished is there.");
        }
    }

    /** False when a checkpoint was under way and the pages are neither those before it nor, for sure, those behind it. */
    private boolean matches(PageSeal seal, FileState state, List<String> warnings) throws IOException, StorageFault {
        DataCheck pages = new DataCheck(files, seal);
        try {
            if (state == FileState.NEW_DATA && Files.exists(files.newData())) {
                throw DatabaseFiles.damaged(files.newData(), "the whole file: it was not sealed");
            }
            pages.check(state == FileState.IN_USE);
            pages.cutBackup();
            return true;
        } catch (StorageFault e) {
            if (!Files.exists(files.checkpointing())) {
                throw e;
            }
            pages.cutBackup();
            warnings.add(
                    "The register stopped while it was tidying its database up. Every row was read through again.");
            return false;
        }
    }

    /** The next checkpoint writes all pages anew. */
    public void expectNewPages() {
        known = null;
    }

    /** Marks that a checkpoint begins: until {@link #seal} the pages may be other than their digests. */
    public void beginCheckpoint() throws IOException {
        files.mark(files.checkpointing());
        if (known != null) {
            keepBackup();
        }
    }

    /**
     * HSQLDB keeps every page in {@code .backup} before it writes it over, and deletes that file at the end of the checkpoint: with a
     * second name it stays, and tells which pages changed.
     */
    private void keepBackup() throws IOException {
        try {
            Files.deleteIfExists(files.overwritten());
            if (!Files.exists(files.backup())) {
                Files.createFile(files.backup());
            }
            Files.createLink(files.overwritten(), files.backup());
        } catch (UnsupportedOperationException | FileSystemException e) {
            known = null;
        }
    }

    /** Seals the pages as they are now, just after a checkpoint. */
    public void seal() throws IOException {
        PageSeal before = known;
        known = null;
        try (DataPages data = new DataPages(files.data())) {
            PageSeal now =
                    before == null ? PageSeal.of(data) : before.after(data, BackupPages.numbers(files.overwritten()));
            now.write(files, sealer);
            Files.deleteIfExists(files.overwritten());
            known = now;
        }
        files.unmark(files.checkpointing());
        files.unmark(files.making());
    }

    /** Seals the pages of a database that was just closed; one that did not close in order keeps its old seal and the mark. */
    public void sealClosed() throws IOException, StorageFault {
        if (FileState.read(files.properties()) != FileState.CLOSED || Files.exists(files.log())) {
            throw new IOException("the database did not close in order");
        }
        seal();
    }

    /** Cuts the log back to what was confirmed. */
    public void cutLog(long confirmed) throws IOException {
        if (Files.exists(files.log()) && Files.size(files.log()) > confirmed) {
            DatabaseFiles.cut(files.log(), confirmed);
        }
    }

    /** Remembers how long the log is before a step of a migration, so that a crash within it leaves nothing of it. */
    public void beginMigration(long logLength) throws IOException {
        byte[] sealed =
                sealer.seal(ByteBuffer.allocate(Long.BYTES).putLong(logLength).array(), SealContext.migration());
        Path beside = files.migrating().resolveSibling("register.migrating.new");
        Files.write(beside, sealed);
        Files.move(beside, files.migrating(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        files.syncFolder();
    }

    /** The step is on the disk. */
    public void endMigration() throws IOException {
        files.unmark(files.migrating());
    }

    private void undoMigration(FileState state) throws IOException, StorageFault {
        if (!Files.exists(files.migrating())) {
            return;
        }
        try {
            byte[] plain = sealer.open(Files.readAllBytes(files.migrating()), SealContext.migration());
            long length = ByteBuffer.wrap(plain).getLong();
            if (state == FileState.IN_USE && Files.exists(files.log()) && Files.size(files.log()) > length) {
                DatabaseFiles.cut(files.log(), length);
            }
            files.unmark(files.migrating());
        } catch (VaultFault e) {
            throw DatabaseFiles.damaged(files.migrating(), "record 1 (at byte 0)");
        }
    }
}
