package org.sekisho.antivirus.clamd;

/**
 * How far an examination goes; what lies beyond was not scanned, and is said so.
 *
 * @param largest bytes of one stream; under the 25 MB that Debian's clamd takes
 * @param entries of all archives in one file together
 * @param inflated bytes of all entries together
 * @param ratio of inflated to packed size beyond which an entry of more than 1 MiB is a bomb
 * @param depth of archives within archives, the file itself counted
 */
record Limits(int largest, int entries, long inflated, int ratio, int depth) {

    static final Limits USUAL = new Limits(20 << 20, 20_000, 512L << 20, 200, 4);
}
