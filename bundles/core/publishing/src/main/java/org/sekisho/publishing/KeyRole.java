package org.sekisho.publishing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a key of a workspace is for: TUF's four top-level roles, and the publisher of bundles. */
public enum KeyRole {
    ROOT,
    TIMESTAMP,
    SNAPSHOT,
    TARGETS,
    PUBLISHER;

    /** Those that the root names, in its order. */
    public static final List<KeyRole> TOP_LEVEL = List.of(ROOT, TIMESTAMP, SNAPSHOT, TARGETS);

    /** As metadata, commands and file names have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KeyRole> ofWord(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Whether whoever has it can vouch for anything: such a key is used seldom, on a machine without a network. */
    public boolean belongsOffline() {
        return this == ROOT || this == TARGETS;
    }
}
