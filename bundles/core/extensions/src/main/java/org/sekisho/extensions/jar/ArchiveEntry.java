package org.sekisho.extensions.jar;

/**
 * One file of a jar, inflated.
 *
 * @param name the path inside the jar; a folder's ends with a slash
 * @param content as far as it could be read; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read once, handed on, never compared
public record ArchiveEntry(String name, byte[] content) {

    public boolean isFolder() {
        return name.endsWith("/");
    }
}
