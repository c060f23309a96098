package org.sekisho.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An integrator's folder (0700): keys, the roots that were ever signed, the number of the last release, and the lists that are to be
 * published next. Nobody else may read it, and it never lies inside a register's home. Every method may be called by any thread and
 * in any process; a refusal leaves everything as it was.
 */
public interface Workspace {

    Path folder();

    /** Its keys, by rising name. */
    List<KeyInfo> keys() throws IOException, PublishingFault;

    /**
     * Makes a key for a role, called {@code ROLE}, the next one {@code ROLE-2} and so on.
     *
     * @param owner the name that its certificate carries
     * @param passphrase of the new file, or the token's PIN
     */
    KeyInfo newKey(KeyRole role, KeyType type, KeyPlace place, String owner, Passphrase passphrase)
            throws IOException, PublishingFault;

    /** Leaves a key out of the next root, which it still signs. */
    void retire(String name) throws IOException, PublishingFault;

    /** How many keys of a role must sign from the next root on. */
    void threshold(KeyRole role, int signatures) throws IOException, PublishingFault;

    /** Makes a jar strict and signs it with the publisher's key, the first by name that is at hand. */
    byte[] sign(Path jar, Passphrases passphrases) throws IOException, PublishingFault;

    /**
     * Signs a document that waits in another workspace, in place.
     *
     * @return the names of the keys that signed
     */
    List<String> signDocument(Path document, Passphrases passphrases) throws IOException, PublishingFault;

    /** Whether there are lists that could be published. */
    boolean isBegun();

    /** Whether a repository, or a register's, begins with the same root as this workspace. */
    boolean isRootOf(Path from) throws IOException;

    /**
     * Takes the lists over from a repository, verified, in place of those that are here.
     *
     * @param from the repository, or the register that has it
     */
    void begin(Path from) throws IOException, PublishingFault;

    /** Puts a vetted bundle on the list. */
    Allowed allow(AllowRequest request) throws IOException, PublishingFault;

    /**
     * Withdraws listed bundles.
     *
     * @param what a bundle's name, for all its versions, or one's SHA-256
     * @return what was withdrawn, as name and version
     */
    List<String> revoke(String what, Revocation level, String reason) throws IOException, PublishingFault;

    /**
     * Signs the lists as the next release and writes it as static files. A folder that holds a release keeps it whole until the new
     * one is.
     *
     * @throws SignaturesMissing when keys are needed that are not at hand
     */
    Published publish(Path to, ReleaseTerms terms, Passphrases passphrases) throws IOException, PublishingFault;
}
