package org.sekisho.storage.hsql;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is appended to. Not by a channel: an interrupted thread would close that under the register. */
final class AppendedFile implements LogFile.Target {

    private final FileOutputStream stream;

    AppendedFile(Path file) throws IOException {
        stream = new FileOutputStream(file.toFile(), true);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.write(bytes, offset, length);
    }

    @Override
    public void sync() throws IOException {
        stream.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
