package org.sekisho.antivirus.clamd;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a zip or jar by its central directory, which is what a class loader goes by (APPNOTE 6.3, 4.3.12 and 4.3.16); also
 * where something stands before the archive. Whatever cannot be read for certain is a fault, never an empty list.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_SIZE = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer zip;

    private ZipDirectory(byte[] content) {
        this.zip = ByteBuffer.wrap(content)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asReadOnlyBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether it would be opened as an archive, or begins like one. */
    static boolean isArchive(byte[] content) {
        ZipDirectory directory = new ZipDirectory(content);
        return directory.end() >= 0 || (content.length >= Integer.BYTES && directory.zip.getInt(0) == LOCAL);
    }

    static List<PackedEntry> read(byte[] content) throws ArchiveFault {
        try {
            return new ZipDirectory(content).entries();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new ArchiveFault("is a damaged archive");
        }
    }

    private List<PackedEntry> entries() throws ArchiveFault {
        int end = end();
        require(end >= 0, "is a damaged archive");
        int count = u16(end + 10);
        long size = u32(end + 12);
        long offset = u32(end + 16);
        require(count != 0xffff && size != 0xffffffffL && offset != 0xffffffffL, "is an archive in the zip64 form");
        int at = Math.toIntExact(end - size);
        int base = Math.toIntExact(at - offset);
        require(at >= 0 && base >= 0, "is a damaged archive");
        List<PackedEntry> entries = new ArrayList<>();
        while (at < end) {
            require(zip.getInt(at) == CENTRAL, "is a damaged archive");
            entries.add(entry(at, base));
            at += CENTRAL_SIZE + u16(at + 28) + u16(at + 30) + u16(at + 32);
        }
        require(at == end && entries.size() == count, "is a damaged archive");
        return entries;
    }

    private PackedEntry entry(int at, int base) throws ArchiveFault {
        int method = u16(at + 10);
        require((u16(at + 8) & ENCRYPTED) == 0, "holds an encrypted entry");
        require(method == STORED || method == DEFLATED, "holds an entry packed in an unknown way");
        byte[] name = new byte[u16(at + 28)];
        zip.get(at + CENTRAL_SIZE, name);
        int local = Math.toIntExact(base + u32(at + 42));
        require(zip.getInt(local) == LOCAL, "is a damaged archive");
        int from = local + LOCAL_SIZE + u16(local + 26) + u16(local + 28);
        int packed = Math.toIntExact(u32(at + 20));
        require(from + (long) packed <= zip.limit(), "is a damaged archive");
        return new PackedEntry(
                new String(name, StandardCharsets.UTF_8), method == DEFLATED, from, packed, u32(at + 24));
    }

    /** Where the record stands that ends the archive; -1 where there is none. */
    private int end() {
        int first = Math.max(0, zip.limit() - END_SIZE - LONGEST_COMMENT);
        for (int at = zip.limit() - END_SIZE; at >= first; at--) {
            if (zip.getInt(at) == END && at + END_SIZE + u16(at + 20) <= zip.limit()) {
                return at;
            }
        }
        return -1;
    }

    private int u16(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private long u32(int at) {
        return Integer.toUnsignedLong(zip.getInt(at));
    }

    private static void require(boolean holds, String otherwise) throws ArchiveFault {
        if (!holds) {
            throw new ArchiveFault(otherwise);
        }
    }
}
