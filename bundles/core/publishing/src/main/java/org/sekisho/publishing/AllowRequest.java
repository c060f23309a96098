package org.sekisho.publishing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A signed jar that was vetted and is to be listed.
 *
 * @param sha256 of the bytes that were vetted
 * @param plugin whether the rules for plugins apply to it
 * @param granted the powers that it may have; empty for those that its code uses
 */
public record AllowRequest(Path jar, String sha256, boolean plugin, Optional<List<String>> granted, Evidence evidence) {

    public AllowRequest {
        granted = granted.map(List::copyOf);
    }
}
