package org.sekisho.gate.vouch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;

/**
 * A jar served from the very bytes that were hashed; no file is opened again. Entries are found by the central directory
 * alone and inflated each time they are asked for. Safe for many threads.
 */
public final class VerifiedJar implements ConnectModule, ConnectContent {

    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    /** Deflate makes no more of one byte (RFC 1951: 258 bytes of two bits). */
    private static final long MOST_INFLATED = 1032;

    private final byte[] jar;
    private final Map<String, Integer> directory;

    /**
     * @param jar taken over, not copied
     * @throws IOException when it has no readable directory, or one name twice
     */
    public VerifiedJar(byte[] jar) throws IOException {
        this.jar = jar;
        try {
            this.directory = directory();
        } catch (ArrayIndexOutOfBoundsException | StringIndexOutOfBoundsException e) {
            throw new IOException("its directory points outside the file", e);
        }
    }

    private Map<String, Integer> directory() throws IOException {
        int end = jar.length - 22;
        while (end >= 0 && int4(end) != END) {
            end--;
        }
        if (end < 0) {
            throw new IOException("no end of a zip");
        }
        int count = int2(end + 10);
        Map<String, Integer> entries = new LinkedHashMap<>(count * 2);
        int at = int4(end + 16);
        for (int i = 0; i < count; i++) {
            if (int4(at) != DIRECTORY) {
                throw new IOException("no directory entry where one should be");
            }
            String name = new String(jar, at + 46, int2(at + 28), StandardCharsets.UTF_8);
            if (entries.put(name, at) != null) {
                throw new IOException("two entries of one name");
            }
            at += 46 + int2(at + 28) + int2(at + 30) + int2(at + 32);
        }
        return entries;
    }

    /** The bytes of one entry. */
    byte[] read(int at) throws IOException {
        try {
            int local = int4(at + 42);
            if (int4(local) != LOCAL) {
                throw new IOException("no entry where the directory says");
            }
            int start = local + 30 + int2(local + 26) + int2(local + 28);
            long packed = Math.min(int4(at + 20), jar.length);
            if (size(at) > packed * MOST_INFLATED) {
                throw new IOException("an entry is shorter than its directory says");
            }
            byte[] content = new byte[size(at)];
            if (int2(at + 10) == 0) {
                System.arraycopy(jar, start, content, 0, content.length);
            } else {
                inflate(start, int4(at + 20), content);
            }
            return content;
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IOException("an entry lies outside the file", e);
        }
    }

    private void inflate(int start, int length, byte[] content) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(jar, start, length);
            int done = 0;
            while (done < content.length) {
                int more = inflater.inflate(content, done, content.length - done);
                if (more == 0) {
                    throw new IOException("an entry is shorter than its directory says");
                }
                done += more;
            }
        } catch (DataFormatException e) {
            throw new IOException("an entry does not inflate", e);
        } finally {
            inflater.end();
        }
    }

    int size(int at) {
        return int4(at + 24);
    }

    private int int2(int at) {
        return (jar[at] & 0xff) | (jar[at + 1] & 0xff) << 8;
    }

    private int int4(int at) {
        return int2(at) | int2(at + 2) << 16;
    }

    /** The content of an entry, empty when there is none. */
    public Optional<InputStream> open(String name) throws IOException {
        Optional<ConnectEntry> entry = getEntry(name);
        return entry.isPresent() ? Optional.of(entry.get().getInputStream()) : Optional.empty();
    }

    @Override
    public ConnectContent getContent() {
        return this;
    }

    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.empty();
    }

    @Override
    public Iterable<String> getEntries() {
        return Collections.unmodifiableSet(directory.keySet());
    }

    @Override
    public Optional<ConnectEntry> getEntry(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        Integer at = directory.get(name);
        if (at == null) {
            name = name + "/";
            at = directory.get(name);
        }
        return at == null ? Optional.empty() : Optional.of(new Entry(name, at));
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        return Optional.empty();
    }

    @Override
    public void open() {}

    @Override
    public void close() {}

    private final class Entry implements ConnectEntry {
        private final String name;
        private final int at;

        Entry(String name, int at) {
            this.name = name;
            this.at = at;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public long getContentLength() {
            return size(at);
        }

        /** Nothing depends on it, and reproducible jars all have the same. */
        @Override
        public long getLastModified() {
            return 0;
        }

        @Override
        public byte[] getBytes() throws IOException {
            return read(at);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new ByteArrayInputStream(read(at));
        }
    }
}
