package org.sekisho.extensions.jar;

import java.util.Arrays;

/**
 * The header before an entry's own bytes (APPNOTE.TXT 4.3.7), which readers of streams believe and readers of files ignore.
 *
 * @param data where the entry's bytes begin
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record LocalHeader(
        byte[] name, int flags, int method, long time, long crc, long packed, long size, byte[] extra, long data) {

    private static final long SIGNATURE = 0x04034b50;
    private static final int FIXED = 30;

    static LocalHeader read(ZipBytes zip, long at) throws BrokenZip {
        if (!zip.isSignature(at, SIGNATURE)) {
            throw new BrokenZip(Finding.structure("no-local", at));
        }
        int name = zip.u16(at + 26);
        int extra = zip.u16(at + 28);
        return new LocalHeader(
                zip.slice(at + FIXED, name),
                zip.u16(at + 6),
                zip.u16(at + 8),
                zip.u32(at + 10),
                zip.u32(at + 14),
                zip.u32(at + 18),
                zip.u32(at + 22),
                zip.slice(at + FIXED + name, extra),
                at + FIXED + name + extra);
    }

    /** Whether it tells the same story; with a descriptor the sizes may also stand there alone. */
    boolean agreesWith(CentralHeader central) {
        boolean sizes = crc == central.crc() && packed == central.packed() && size == central.size();
        boolean left = central.hasDescriptor() && crc == 0 && packed == 0 && size == 0;
        return Arrays.equals(name, central.name())
                && flags == central.flags()
                && method == central.method()
                && time == central.time()
                && (sizes || left);
    }
}
