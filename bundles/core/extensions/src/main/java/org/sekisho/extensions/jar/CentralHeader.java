package org.sekisho.extensions.jar;

/**
 * One entry, as the central directory describes it (APPNOTE.TXT 4.3.12).
 *
 * @param offset where the local header begins
 * @param external the host's file attributes; Unix keeps the file's type in the upper half
 * @param length of this header
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record CentralHeader(
        byte[] name,
        int flags,
        int method,
        long time,
        long crc,
        long packed,
        long size,
        byte[] extra,
        int comment,
        int disk,
        long external,
        long offset,
        int length) {

    static final int DEFLATED = 8;
    static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    static final int DESCRIPTOR = 1 << 3;
    static final int UTF8 = 1 << 11;
    /** Deflate's hints at its level (bits 1 and 2), the descriptor, UTF-8 names. */
    static final int KNOWN_FLAGS = 0b110 | DESCRIPTOR | UTF8;

    private static final long SIGNATURE = 0x02014b50;
    private static final int FIXED = 46;

    static CentralHeader read(ZipBytes zip, long at) throws BrokenZip {
        if (zip.u32(at) != SIGNATURE) {
            throw new BrokenZip(Finding.structure("directory-entry", at));
        }
        int name = zip.u16(at + 28);
        int extra = zip.u16(at + 30);
        int comment = zip.u16(at + 32);
        return new CentralHeader(
                zip.slice(at + FIXED, name),
                zip.u16(at + 8),
                zip.u16(at + 10),
                zip.u32(at + 12),
                zip.u32(at + 16),
                zip.u32(at + 20),
                zip.u32(at + 24),
                zip.slice(at + FIXED + name, extra),
                comment,
                zip.u16(at + 34),
                zip.u32(at + 38),
                zip.u32(at + 42),
                FIXED + name + extra + comment);
    }

    boolean hasDescriptor() {
        return (flags & DESCRIPTOR) != 0;
    }
}
