package org.sekisho.storage.ahead;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * The file of an {@link AheadLog}. Not by a channel: an interrupted thread would close that under the register. What is to be on the disk
 * is written by a second descriptor, each of whose writes returns when its bytes are there (O_DSYNC): nothing of the file but
 * its content has to be, while a sync of the first would write the time of its change as well.
 */
final class AheadFile implements AheadLog.Target {

    private final RandomAccessFile file;
    private final RandomAccessFile synced;

    AheadFile(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        boolean opened = false;
        try {
            synced = new RandomAccessFile(path.toFile(), "rwd");
            opened = true;
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    @Override
    public byte[] content() throws IOException {
        byte[] content = new byte[Math.toIntExact(file.length())];
        file.seek(0);
        file.readFully(content);
        return content;
    }

    @Override
    public void write(long position, byte[] bytes, boolean flush) throws IOException {
        RandomAccessFile by = flush ? synced : file;
        by.seek(position);
        by.write(bytes);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            synced.close();
        }
    }
}
