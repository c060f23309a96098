package org.sekisho.extensions.jar;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where one entry lies in the file: local header, its bytes, its descriptor.
 *
 * @param from its first byte
 * @param to the byte after its last
 */
record Extent(String name, CentralHeader central, LocalHeader local, long from, long to) {

    private static final long DESCRIPTOR = 0x08074b50;

    /** Reads the local header and finds the end; a descriptor that disagrees is said and taken for the common, signed form. */
    static Extent locate(ZipBytes zip, String name, CentralHeader central, Consumer<Finding> findings)
            throws BrokenZip {
        LocalHeader local = LocalHeader.read(zip, central.offset());
        long end = local.data() + central.packed();
        zip.within(local.data(), central.packed());
        if (central.hasDescriptor()) {
            boolean signed = zip.isSignature(end, DESCRIPTOR) && agrees(zip, end + 4, central);
            boolean bare = !signed && agrees(zip, end, central);
            if (!signed && !bare) {
                findings.accept(Finding.structure("descriptor", name));
            }
            end += bare ? 12 : 16;
        }
        return new Extent(name, central, local, central.offset(), end);
    }

    private static boolean agrees(ZipBytes zip, long at, CentralHeader central) throws BrokenZip {
        return at + 12 <= zip.length()
                && zip.u32(at) == central.crc()
                && zip.u32(at + 4) == central.packed()
                && zip.u32(at + 8) == central.size();
    }

    /**
     * Holds the entries to their place: one after the other from the first byte to the directory, nothing before, between or twice.
     *
     * @return whether no two overlap, so that inflating all is bounded by the file's size
     */
    static boolean tile(List<Extent> extents, long directory, Consumer<Finding> findings) {
        boolean apart = true;
        long at = 0;
        for (Extent extent :
                extents.stream().sorted(Comparator.comparingLong(Extent::from)).toList()) {
            if (extent.from() > at) {
                findings.accept(
                        at == 0
                                ? Finding.structure("prefix", extent.from())
                                : Finding.structure("gap", extent.from() - at, extent.name()));
            } else if (extent.from() < at) {
                findings.accept(Finding.structure("overlap", extent.name()));
                apart = false;
            }
            at = Math.max(at, extent.to());
        }
        if (at < directory) {
            findings.accept(Finding.structure("unlisted", directory - at));
        } else if (at > directory) {
            findings.accept(Finding.structure("into-directory", at - directory));
            apart = false;
        }
        return apart;
    }
}
