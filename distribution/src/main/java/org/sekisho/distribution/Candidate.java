package org.sekisho.distribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A jar that is to be listed.
 *
 * @param jar the file
 * @param plugin whether the rules for plugins apply to it
 * @param granted the powers its entry grants; empty for those that its code uses
 * @param asItIs whether its bytes are taken unchanged, signature or none, instead of being made strict and signed
 */
public record Candidate(Path jar, boolean plugin, Optional<List<String>> granted, boolean asItIs) {

    public Candidate {
        granted = granted.map(List::copyOf);
    }

    /** A plugin, to be signed, granted what it uses. */
    public static Candidate plugin(Path jar) {
        return new Candidate(jar, true, Optional.empty(), false);
    }

    /** A part of the register itself, to be signed, granted what it uses. */
    public static Candidate part(Path jar) {
        return new Candidate(jar, false, Optional.empty(), false);
    }

    /** The same, granted exactly these powers. */
    public Candidate granting(List<String> powers) {
        return new Candidate(jar, plugin, Optional.of(powers), asItIs);
    }

    /** The same, with its bytes left alone. */
    public Candidate unchanged() {
        return new Candidate(jar, plugin, granted, true);
    }
}
