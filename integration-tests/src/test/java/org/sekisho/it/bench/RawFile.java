package org.sekisho.it.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What durability costs at least: 1 KB appended and flushed ({@code fdatasync}). */
final class RawFile implements AutoCloseable {

    private final FileChannel file;
    private final ByteBuffer kilobyte = ByteBuffer.allocateDirect(1024);

    RawFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    }

    /** Returns how many nanoseconds it took. */
    long append() throws IOException {
        kilobyte.clear();
        long begun = System.nanoTime();
        file.write(kilobyte);
        file.force(false);
        return System.nanoTime() - begun;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
