package org.sekisho.publishing;

import java.nio.file.Path;

/** A document waits for signatures by keys that are not at hand; nothing was published. */
public final class SignaturesMissing extends PublishingFault {

    private static final long serialVersionUID = 1;

    private final transient Path document;

    /**
     * @param document where it lies, to be signed elsewhere and put back
     * @param keys the ids, or names where they are known, of those that could sign
     */
    public SignaturesMissing(Path document, KeyRole role, int missing, String keys) {
        super("publish.signatures", document, role.word(), missing, keys);
        this.document = document;
    }

    public Path document() {
        return document;
    }
}
