package org.sekisho.devices.virtual;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/** Pictures in sixteen greys: small files, and all that thermal paper needs. */
final class Grey {

    private static final int STEP = 255 / 15;

    private Grey() {}

    /** @param colours of the kind {@link BufferedImage#TYPE_INT_RGB}, with nothing but greys in it */
    static BufferedImage of(BufferedImage colours) {
        BufferedImage grey = new BufferedImage(colours.getWidth(), colours.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        int[] from = ((DataBufferInt) colours.getRaster().getDataBuffer()).getData();
        byte[] to = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) (((from[i] & 0xFF) + STEP / 2) / STEP * STEP);
        }
        return grey;
    }
}
