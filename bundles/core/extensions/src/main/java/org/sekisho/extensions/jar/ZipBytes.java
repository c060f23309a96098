package org.sekisho.extensions.jar;

import java.util.Arrays;

/** The bytes of one archive, little-endian as APPNOTE.TXT has it; reading beyond the end is an answer, not a crash. */
final class ZipBytes {

    private final byte[] bytes;

    ZipBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    int u16(long at) throws BrokenZip {
        int from = within(at, 2);
        return (bytes[from] & 0xff) | (bytes[from + 1] & 0xff) << 8;
    }

    long u32(long at) throws BrokenZip {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    /** Whether the record that begins at {@code at} bears this signature; false beyond the end. */
    boolean isSignature(long at, long signature) throws BrokenZip {
        return at >= 0 && at + 4 <= bytes.length && u32(at) == signature;
    }

    byte[] slice(long at, long length) throws BrokenZip {
        int from = within(at, length);
        return Arrays.copyOfRange(bytes, from, from + (int) length);
    }

    /** The array itself, for those who only read. */
    byte[] array() {
        return bytes;
    }

    int within(long at, long length) throws BrokenZip {
        if (at < 0 || length < 0 || at + length > bytes.length) {
            throw new BrokenZip(Finding.structure("cut", at, length, bytes.length));
        }
        return (int) at;
    }
}
