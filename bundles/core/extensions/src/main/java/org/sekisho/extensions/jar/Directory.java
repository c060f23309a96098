package org.sekisho.extensions.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The central directory: what the archive says it holds.
 *
 * @param headers in the directory's order
 * @param start where the directory begins, and the entries must end
 */
record Directory(List<CentralHeader> headers, long start) {

    private static final long END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final long ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_SIZE = 20;

    /**
     * Reads it from the end of the file, and says whatever lies where nothing should.
     *
     * @throws BrokenZip when there is no directory to go by
     */
    static Directory read(ZipBytes zip, Limits limits, Consumer<Finding> findings) throws BrokenZip {
        int end = findEnd(zip);
        int comment = zip.u16(end + 20);
        if (comment > 0) {
            findings.accept(Finding.structure("comment", comment));
        }
        if ((long) end + END_SIZE + comment < zip.length()) {
            findings.accept(Finding.structure("trailing", zip.length() - end - END_SIZE - comment));
        }
        int count = zip.u16(end + 10);
        long size = zip.u32(end + 12);
        long start = zip.u32(end + 16);
        boolean big = count == 0xffff || size == 0xffffffffL || start == 0xffffffffL;
        if (big || zip.isSignature(end - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR)) {
            throw new BrokenZip(Finding.structure("zip64"));
        }
        if (zip.u16(end + 4) != 0 || zip.u16(end + 6) != 0 || zip.u16(end + 8) != count) {
            findings.accept(Finding.structure("disks"));
        }
        if (count > limits.entries()) {
            throw new BrokenZip(Finding.structure("entries", count, limits.entries()));
        }
        List<CentralHeader> headers = new ArrayList<>();
        long at = start;
        for (int i = 0; i < count; i++) {
            CentralHeader header = CentralHeader.read(zip, at);
            headers.add(header);
            at += header.length();
        }
        if (at != start + size || at != end) {
            findings.accept(Finding.structure("directory", at, end));
        }
        return new Directory(headers, start);
    }

    /** The last place where an end record could begin, so that what is appended is seen as appended. */
    private static int findEnd(ZipBytes zip) throws BrokenZip {
        int lowest = Math.max(0, zip.length() - END_SIZE - 0xffff);
        for (int at = zip.length() - END_SIZE; at >= lowest; at--) {
            if (zip.isSignature(at, END)) {
                return at;
            }
        }
        throw new BrokenZip(Finding.structure("no-zip"));
    }
}
