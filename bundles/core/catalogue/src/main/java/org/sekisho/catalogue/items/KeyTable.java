package org.sekisho.catalogue.items;

import java.util.function.IntPredicate;

/**
 * Addresses by a key of 64 bits: open addressing over one array, eight bytes an entry and a third of that left free. An entry holds its
 * address and half of its key's hash, so a look-up reads one place here, and then the row; whoever asks says whether that is the one meant.
 */
final class KeyTable {

    private static final int FIRST_CAPACITY = 64;
    private static final int ADDRESS_BITS = 31;
    private static final long ADDRESS = (1L << ADDRESS_BITS) - 1;

    /** 0 where nothing is; else the hash's upper 33 bits, then the address. */
    private long[] entries = new long[FIRST_CAPACITY];

    private int size;

    /**
     * The slot of the entry that {@code isMeant} by its address, among those that may have that key.
     *
     * @return negative when there is none
     */
    int find(long key, IntPredicate isMeant) {
        long hash = hash(key);
        for (int slot = slot(hash); entries[slot] != 0; slot = after(slot)) {
            if (((entries[slot] ^ hash) & ~ADDRESS) == 0 && isMeant.test(address(slot))) {
                return slot;
            }
        }
        return -1;
    }

    int address(int slot) {
        return (int) (entries[slot] & ADDRESS);
    }

    void set(int slot, int address) {
        entries[slot] = (entries[slot] & ~ADDRESS) | address;
    }

    void add(long key, int address) {
        if (size >= entries.length - entries.length / 4) {
            resize(entries.length + entries.length / 2);
        }
        put((hash(key) & ~ADDRESS) | address);
        size++;
    }

    /** Gives back what growing left over. */
    void trim() {
        resize(Math.max(FIRST_CAPACITY, size + size / 3 + 1));
    }

    int size() {
        return size;
    }

    /** Slots are numbered from 0 to below this. */
    int slots() {
        return entries.length;
    }

    private void resize(int capacity) {
        long[] old = entries;
        entries = new long[capacity];
        for (long entry : old) {
            if (entry != 0) {
                put(entry);
            }
        }
    }

    private void put(long entry) {
        int slot = slot(entry);
        while (entries[slot] != 0) {
            slot = after(slot);
        }
        entries[slot] = entry;
    }

    /** Spreads neighbouring numbers, such as the items of one maker, over the whole table (the finaliser of SplitMix64). */
    private static long hash(long key) {
        long mixed = key + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Of a hash or an entry: both have the same upper half. */
    private int slot(long hash) {
        return (int) (((hash >>> 32) * entries.length) >>> 32);
    }

    private int after(int slot) {
        return slot + 1 == entries.length ? 0 : slot + 1;
    }
}
