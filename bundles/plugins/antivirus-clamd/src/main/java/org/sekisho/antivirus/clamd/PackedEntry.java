package org.sekisho.antivirus.clamd;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One entry of an archive, still packed.
 *
 * @param name as the archive has it: not to be trusted, not to be printed as it is
 * @param deflated whether it is packed at all
 * @param from where its bytes begin in the archive
 * @param packed how many they are
 * @param size how many they become, as the archive says
 */
record PackedEntry(String name, boolean deflated, int from, int packed, long size) {

    private static final int STEP = 64 * 1024;
    private static final int NO_BOMB = 1 << 20;

    /** The bytes inflated: all of them, exactly as many as the archive says, and no more than the limits allow. */
    byte[] inflate(byte[] archive, Limits limits) throws ArchiveFault {
        if (size > limits.largest()) {
            throw new ArchiveFault("is larger than " + limits.largest() + " bytes");
        }
        Inflater inflater = new Inflater(true);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(size, STEP));
            byte[] step = new byte[STEP];
            inflater.setInput(archive, from, packed);
            while (deflated && !inflater.finished()) {
                int count = inflater.inflate(step);
                if (count == 0 && !inflater.finished()) {
                    throw new ArchiveFault("is cut off");
                }
                out.write(step, 0, count);
                check(out.size(), limits);
            }
            if (!deflated) {
                out.write(archive, from, packed);
            }
            if (out.size() != size) {
                throw new ArchiveFault("has another size than the archive says");
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new ArchiveFault("cannot be inflated");
        } finally {
            inflater.end();
        }
    }

    private void check(int inflated, Limits limits) throws ArchiveFault {
        if (inflated > size) {
            throw new ArchiveFault("has another size than the archive says");
        }
        if (inflated > NO_BOMB && inflated / limits.ratio() > packed) {
            throw new ArchiveFault("inflates to more than " + limits.ratio() + " times its size");
        }
    }
}
