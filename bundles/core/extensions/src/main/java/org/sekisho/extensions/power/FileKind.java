package org.sekisho.extensions.power;

import java.util.Arrays;

/** What a file is by its first bytes, whatever it is called. */
final class FileKind {

    /** Mach-O's "fat" files share the magic of classes; where those have a count, classes have a version of 45 or more. */
    private static final int OLDEST_CLASS = 45;

    private FileKind() {}

    static boolean isClass(byte[] file) {
        return isCafeBabe(file) && version(file) >= OLDEST_CLASS;
    }

    /** ELF, Windows' PE, Mach-O in either byte order, a static library. */
    static boolean isNative(byte[] file) {
        return (isCafeBabe(file) && version(file) < OLDEST_CLASS)
                || begins(file, 0x7f, 'E', 'L', 'F')
                || (begins(file, 'M', 'Z') && file.length > 64)
                || begins(file, 0xfe, 0xed, 0xfa, 0xce)
                || begins(file, 0xfe, 0xed, 0xfa, 0xcf)
                || begins(file, 0xce, 0xfa, 0xed, 0xfe)
                || begins(file, 0xcf, 0xfa, 0xed, 0xfe)
                || begins(file, '!', '<', 'a', 'r', 'c', 'h', '>');
    }

    private static boolean isCafeBabe(byte[] file) {
        return file.length >= 8 && begins(file, 0xca, 0xfe, 0xba, 0xbe);
    }

    private static int version(byte[] file) {
        return (file[6] & 0xff) << 8 | (file[7] & 0xff);
    }

    private static boolean begins(byte[] file, int... magic) {
        byte[] expected = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            expected[i] = (byte) magic[i];
        }
        return file.length >= magic.length && Arrays.equals(file, 0, magic.length, expected, 0, magic.length);
    }
}
