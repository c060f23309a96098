package org.sekisho.storage.hsql;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hsqldb.error.Error;
import org.hsqldb.error.ErrorCode;
import org.hsqldb.lib.EventLogInterface;
import org.hsqldb.lib.FileAccess;
import org.hsqldb.lib.FileUtil;
import org.jspecify.annotations.Nullable;

/**
 * HSQLDB's access to its files, with an eye on what it overlooks. HSQLDB 2.7.4 takes a failed write or flush of its log for a
 * warning and reports the commit as done (ScriptWriterBase.forceSync, TransactionManagerCommon.persistCommit); so the log is written
 * by a {@link LogFile} that remembers. A script that was not flushed fails the checkpoint, before the log is deleted.
 */
final class WatchedFiles implements FileAccess {

    /** Opens the stream that ends in a file; tests put a full disk there. */
    interface Disk {
        LogFile.Target append(Path file) throws IOException;
    }

    private final FileAccess files = FileUtil.getFileUtil();
    private final Path log;
    private final Disk disk;
    private volatile @Nullable LogFile current;

    WatchedFiles(Path log, Disk disk) {
        this.log = log;
        this.disk = disk;
    }

    /** The log that is written now; null when HSQLDB has not yet opened one here. */
    @Nullable
    LogFile log() {
        return current;
    }

    @Override
    public OutputStream openOutputStreamElementAppend(String name) throws IOException {
        if (!log.getFileName().equals(Path.of(name).getFileName())) {
            return files.openOutputStreamElementAppend(name);
        }
        LogFile opened = new LogFile(disk.append(log), Files.exists(log) ? Files.size(log) : 0);
        current = opened;
        return opened;
    }

    @Override
    public FileSync getFileSync(OutputStream stream) {
        if (stream instanceof LogFile opened) {
            return opened::sync;
        }
        return () -> {
            try {
                ((FileOutputStream) stream).getFD().sync();
            } catch (IOException e) {
                throw Error.error(ErrorCode.FILE_IO_ERROR, e);
            }
        };
    }

    @Override
    public InputStream openInputStreamElement(String name) throws IOException {
        return files.openInputStreamElement(name);
    }

    @Override
    public OutputStream openOutputStreamElement(String name) throws IOException {
        return files.openOutputStreamElement(name);
    }

    @Override
    public boolean isStreamElement(String name) {
        return files.isStreamElement(name);
    }

    @Override
    public void createParentDirs(String name) {
        files.createParentDirs(name);
    }

    @Override
    public boolean removeElement(String name) {
        return files.removeElement(name);
    }

    @Override
    public boolean renameElement(String from, String to) {
        return files.renameElement(from, to);
    }

    @Override
    public boolean renameElementOrCopy(String from, String to, EventLogInterface events) {
        return files.renameElementOrCopy(from, to, events);
    }
}
