package org.sekisho.gate.operate;

/**
 * One document that a shop signed itself; its digest tells another one of the same version apart.
 *
 * @param version zero while there is none
 * @param sha256 of the file in lower-case hex; empty where it is not known
 */
public record DocumentVersion(long version, String sha256) {

    public static final DocumentVersion NONE = new DocumentVersion(0, "");

    /** The later one; of two of the same version this, if its digest is known. */
    public DocumentVersion max(DocumentVersion other) {
        boolean mine = version > other.version || (version == other.version && !sha256.isEmpty());
        return mine ? this : other;
    }

    /** Whether it is older than the other, or another one of the same version. */
    public boolean isBehind(DocumentVersion other) {
        return version < other.version || (version == other.version && differs(other.sha256));
    }

    /** Whether its digest is known not to be that one. */
    public boolean differs(String other) {
        return !sha256.isEmpty() && !other.isEmpty() && !sha256.equals(other);
    }
}
