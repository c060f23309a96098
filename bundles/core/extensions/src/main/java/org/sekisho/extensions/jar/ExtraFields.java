package org.sekisho.extensions.jar;

import java.util.OptionalInt;
import java.util.Set;

/** The extra fields of a header, read for those that give an entry a second name, size or key. */
final class ExtraFields {

    /** Zip64 sizes, Info-ZIP's other name and comment, strong encryption, WinZip AES: all say something twice or hide it. */
    private static final Set<Integer> REFUSED = Set.of(0x0001, 0x7075, 0x6375, 0x0017, 0x9901);

    private ExtraFields() {}

    /** The first field that is refused, or 0xffff where the fields do not fill their space exactly. */
    static OptionalInt refused(byte[] extra) {
        int at = 0;
        while (at + 4 <= extra.length) {
            int id = (extra[at] & 0xff) | (extra[at + 1] & 0xff) << 8;
            int size = (extra[at + 2] & 0xff) | (extra[at + 3] & 0xff) << 8;
            if (REFUSED.contains(id)) {
                return OptionalInt.of(id);
            }
            at += 4 + size;
        }
        return at == extra.length ? OptionalInt.empty() : OptionalInt.of(0xffff);
    }
}
