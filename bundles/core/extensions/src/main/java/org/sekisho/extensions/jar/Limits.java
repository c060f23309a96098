package org.sekisho.extensions.jar;

/**
 * How much of a jar is looked at; what exceeds a limit is refused, not skipped.
 *
 * @param fileBytes of the whole file
 * @param entries in one archive
 * @param totalBytes of all entries inflated, nested jars included
 * @param ratio inflated to deflated, of an entry over a mebibyte
 * @param depth how many archives may lie inside one another
 */
public record Limits(long fileBytes, int entries, long totalBytes, int ratio, int depth) {

    /** Ample for every bundle the register knows; a checkout machine has little memory to spare. */
    public static final Limits USUAL = new Limits(64L << 20, 20_000, 160L << 20, 200, 2);
}
