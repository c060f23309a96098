package org.sekisho.publishing;

import java.nio.file.Path;

/**
 * A key of a workspace.
 *
 * @param name by which its files are called
 * @param keyid by which metadata name it
 * @param secret where the secret half lies, or would
 * @param atHand whether it lies there
 */
public record KeyInfo(String name, KeyRole role, KeyType type, String keyid, Path secret, boolean atHand) {}
