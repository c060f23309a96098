package org.sekisho.catalogue.items;

import java.util.function.IntPredicate;

/**
 * Addresses by a key of 64 bits: open addressing over two arrays, twelve bytes an entry and a third of that left free. Several entries
 * may have one key; whoever asks says which is meant.
 */
final class KeyTable {

    private static final int FIRST_CAPACITY = 64;

    private long[] keys = new long[FIRST_CAPACITY];
    /** 0 where nothing is. */
    private int[] addresses = new int[FIRST_CAPACITY];

    private int size;

    /**
     * The slot of the entry with that key that {@code isMeant} by its address.
     *
     * @return negative when there is none
     */
    int find(long key, IntPredicate isMeant) {
        for (int slot = slot(key); addresses[slot] != 0; slot = after(slot)) {
            if (keys[slot] == key && isMeant.test(addresses[slot])) {
                return slot;
            }
        }
        return -1;
    }

    int address(int slot) {
        return addresses[slot];
    }

    void set(int slot, int address) {
        addresses[slot] = address;
    }

    void add(long key, int address) {
        if (size >= addresses.length - addresses.length / 4) {
            resize(addresses.length + addresses.length / 2);
        }
        put(key, address);
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
        return addresses.length;
    }

    private void resize(int capacity) {
        long[] oldKeys = keys;
        int[] oldAddresses = addresses;
        keys = new long[capacity];
        addresses = new int[capacity];
        for (int i = 0; i < oldAddresses.length; i++) {
            if (oldAddresses[i] != 0) {
                put(oldKeys[i], oldAddresses[i]);
            }
        }
    }

    private void put(long key, int address) {
        int slot = slot(key);
        while (addresses[slot] != 0) {
            slot = after(slot);
        }
        keys[slot] = key;
        addresses[slot] = address;
    }

    /** Spreads neighbouring numbers, such as the items of one maker, over the whole table (the finaliser of SplitMix64). */
    private int slot(long key) {
        long mixed = key + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return (int) (((mixed >>> 32) * addresses.length) >>> 32);
    }

    private int after(int slot) {
        return slot + 1 == addresses.length ? 0 : slot + 1;
    }
}
