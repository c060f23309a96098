package org.sekisho.catalogue.items;

import java.util.Arrays;

/** In which line of its file each packed row stands, in the order of the file. */
final class RowLines {

    private int[] addresses = new int[64];
    private int[] lines = new int[64];
    private int count;

    /** @param address higher than any before */
    void add(int address, int line) {
        if (count == lines.length) {
            addresses = Arrays.copyOf(addresses, count + count / 2);
            lines = Arrays.copyOf(lines, count + count / 2);
        }
        addresses[count] = address;
        lines[count++] = line;
    }

    int count() {
        return count;
    }

    /** The address of the row that is there in the order of the file, from 0. */
    int address(int place) {
        return addresses[place];
    }

    int lineOf(int address) {
        return lines[Arrays.binarySearch(addresses, 0, count, address)];
    }
}
