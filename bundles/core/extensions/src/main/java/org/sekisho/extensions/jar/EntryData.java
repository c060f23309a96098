package org.sekisho.extensions.jar;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** An entry's own bytes, inflated, with every number that was declared about them held to the truth. */
final class EntryData {

    private static final byte[] NOTHING = {};
    private static final long SMALL = 1L << 20;
    private static final int CHUNK = 1 << 16;

    private EntryData() {}

    /** The content; what could be read of it when it is refused. */
    static byte[] read(ZipBytes zip, Extent extent, Limits limits, long room, Consumer<Finding> findings)
            throws BrokenZip {
        CentralHeader central = extent.central();
        String name = extent.name();
        if (central.size() > SMALL && central.size() / limits.ratio() > central.packed()) {
            findings.accept(Finding.structure("ratio", name, central.packed(), central.size()));
            return NOTHING;
        }
        if (central.size() > room) {
            throw new BrokenZip(Finding.structure("total", limits.totalBytes()));
        }
        int from = zip.within(extent.local().data(), central.packed());
        byte[] content;
        if (central.method() == CentralHeader.DEFLATED) {
            content = inflate(zip, from, central, name, findings);
        } else if (central.method() == 0) {
            content = zip.slice(from, central.packed());
            if (central.packed() != central.size()) {
                findings.accept(Finding.structure("size", name));
            }
        } else {
            return NOTHING;
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != central.crc()) {
            findings.accept(Finding.structure("crc", name));
        }
        return content;
    }

    /** Grows with what is really there, so that a declared size alone costs no memory. */
    private static byte[] inflate(
            ZipBytes zip, int from, CentralHeader central, String name, Consumer<Finding> findings) {
        int size = (int) central.size();
        byte[] content = new byte[Math.min(size, CHUNK)];
        int length = 0;
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip.array(), from, (int) central.packed());
            while (!inflater.finished()) {
                if (length == content.length) {
                    if (length == size) {
                        break;
                    }
                    content = Arrays.copyOf(content, (int) Math.min(size, length * 2L));
                }
                int got = inflater.inflate(content, length, content.length - length);
                if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                length += got;
            }
            boolean whole = ends(inflater) && inflater.getBytesRead() == central.packed() && length == size;
            if (!whole) {
                findings.accept(Finding.structure("size", name));
            }
        } catch (DataFormatException e) {
            findings.accept(Finding.structure("deflate", name));
        } finally {
            inflater.end();
        }
        return length == content.length ? content : Arrays.copyOf(content, length);
    }

    /** Whether the stream ends here: the end mark may still wait behind the last byte of content. */
    private static boolean ends(Inflater inflater) throws DataFormatException {
        return inflater.finished() || (inflater.inflate(new byte[1]) == 0 && inflater.finished());
    }
}
