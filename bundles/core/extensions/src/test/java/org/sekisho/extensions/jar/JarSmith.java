package org.sekisho.extensions.jar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Forges zips byte by byte: sound unless told to lie, and every lie is one field. */
public final class JarSmith {

    /** One entry; what differs between its headers is set apart. */
    public static final class Piece {
        public byte[] name;
        public byte @Nullable [] localName;
        public byte[] packed;
        public int method = CentralHeader.DEFLATED;
        public int flags;
        public int localFlags = -1;
        public long time = 0x5c21_0000L;
        public long localTime = -1;
        public long crc;
        public long packedSize;
        public long size;
        public long localCrc = -1;
        public long localSize = -1;
        public byte[] extra = {};
        public byte[] localExtra = {};
        public byte[] comment = {};
        public byte[] gapBefore = {};
        public int disk;
        public long external;
        /** Where the directory says it begins, less where it does. */
        public long offsetBy;
        /** Nothing, or what stands behind the data. */
        public byte[] descriptor = {};

        Piece(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            if (!name.chars().allMatch(c -> c < 0x80)) {
                flags = CentralHeader.UTF8;
            }
            packed = deflate(content);
            CRC32 sum = new CRC32();
            sum.update(content);
            crc = sum.getValue();
            packedSize = packed.length;
            size = content.length;
        }

        public void store(byte[] content) {
            method = 0;
            packed = content;
            packedSize = content.length;
        }

        /** Sizes and checksum behind the data instead of before it. */
        public void describe(boolean signed) {
            flags |= CentralHeader.DESCRIPTOR;
            localCrc = 0;
            localSize = 0;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (signed) {
                put(out, 0x08074b50L, 4);
            }
            put(out, crc, 4);
            put(out, packedSize, 4);
            put(out, size, 4);
            descriptor = out.toByteArray();
        }
    }

    public final List<Piece> pieces = new ArrayList<>();
    public byte[] prefix = {};
    public byte[] beforeDirectory = {};
    public byte[] beforeEnd = {};
    public byte[] comment = {};
    public byte[] trailing = {};
    public int countBy;
    public int disk;
    public long startBy;

    public static JarSmith of(String... names) {
        JarSmith smith = new JarSmith();
        for (String name : names) {
            smith.add(name, name.endsWith("/") ? "" : "content of " + name);
        }
        return smith;
    }

    public JarSmith add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public JarSmith add(String name, byte[] content) {
        pieces.add(new Piece(name, content));
        return this;
    }

    /** Lets the last entry lie. */
    public JarSmith but(Consumer<Piece> lie) {
        lie.accept(pieces.get(pieces.size() - 1));
        return this;
    }

    public byte[] forge() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        for (Piece p : pieces) {
            out.writeBytes(p.gapBefore);
            putCentral(directory, p, out.size() + p.offsetBy);
            putLocal(out, p);
        }
        out.writeBytes(beforeDirectory);
        long start = out.size() + startBy;
        out.writeBytes(directory.toByteArray());
        out.writeBytes(beforeEnd);
        put(out, 0x06054b50L, 4);
        put(out, disk, 2);
        put(out, disk, 2);
        put(out, pieces.size() + countBy, 2);
        put(out, pieces.size() + countBy, 2);
        put(out, directory.size(), 4);
        put(out, start, 4);
        put(out, comment.length, 2);
        out.writeBytes(comment);
        out.writeBytes(trailing);
        return out.toByteArray();
    }

    private static void putLocal(ByteArrayOutputStream out, Piece p) {
        byte[] name = p.localName == null ? p.name : p.localName;
        put(out, 0x04034b50L, 4);
        put(out, 20, 2);
        put(out, p.localFlags < 0 ? p.flags : p.localFlags, 2);
        put(out, p.method, 2);
        put(out, p.localTime < 0 ? p.time : p.localTime, 4);
        put(out, p.localCrc < 0 ? p.crc : p.localCrc, 4);
        put(out, p.localSize < 0 ? p.packedSize : p.localSize, 4);
        put(out, p.localSize < 0 ? p.size : p.localSize, 4);
        put(out, name.length, 2);
        put(out, p.localExtra.length, 2);
        out.writeBytes(name);
        out.writeBytes(p.localExtra);
        out.writeBytes(p.packed);
        out.writeBytes(p.descriptor);
    }

    private static void putCentral(ByteArrayOutputStream out, Piece p, long offset) {
        put(out, 0x02014b50L, 4);
        put(out, 20, 2);
        put(out, 20, 2);
        put(out, p.flags, 2);
        put(out, p.method, 2);
        put(out, p.time, 4);
        put(out, p.crc, 4);
        put(out, p.packedSize, 4);
        put(out, p.size, 4);
        put(out, p.name.length, 2);
        put(out, p.extra.length, 2);
        put(out, p.comment.length, 2);
        put(out, p.disk, 2);
        put(out, 0, 2);
        put(out, p.external, 4);
        put(out, offset, 4);
        out.writeBytes(p.name);
        out.writeBytes(p.extra);
        out.writeBytes(p.comment);
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static void put(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (8 * i)));
        }
    }
}
