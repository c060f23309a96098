package org.sekisho.publishing;

import java.time.Instant;

/**
 * Who looked at a bundle before it was listed, and what they found.
 *
 * @param verifier the program, with its version
 * @param avEngine the antivirus engine; {@code none} where none looked
 * @param avVerdict {@code CLEAN}, or {@code NOT_SCANNED}
 */
public record Evidence(String verifier, Instant time, String avEngine, String avVerdict) {

    /** What a build knows of what it made itself: no engine looked. */
    public static Evidence ofBuild(Instant time) {
        return new Evidence("org.sekisho.extensions 0.1.0", time, "none", "NOT_SCANNED");
    }
}
