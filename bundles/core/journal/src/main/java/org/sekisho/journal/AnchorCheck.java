package org.sekisho.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.journal.Verification.Distrusted;
import org.sekisho.journal.Verification.Distrusted.Reason;

/** Whether anchors are this register's own. What they say of the journal is {@link ChainVerifier}'s question. */
public final class AnchorCheck {

    private final List<AnchorLine> lines;

    /** @param lines in the order of the file */
    public AnchorCheck(List<AnchorLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * The first line that somebody changed: its signature is not that of its content and key, or is missing though an earlier entry
     * of its lane was anchored with one.
     */
    public Optional<Distrusted> forged() {
        Map<String, Long> signedSince = new HashMap<>();
        for (AnchorLine line : lines) {
            if (line instanceof AnchorLine.Signed) {
                signedSince.merge(line.anchor().lane(), line.anchor().seq(), Math::min);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            AnchorLine line = lines.get(i);
            if (line instanceof AnchorLine.Signed signed && !signed.holds()) {
                return Optional.of(new Distrusted(i + 1, Reason.WRONG_SIGNATURE));
            }
            Anchor anchor = line.anchor();
            if (line instanceof AnchorLine.Unsigned
                    && anchor.seq() > signedSince.getOrDefault(anchor.lane(), Long.MAX_VALUE)) {
                return Optional.of(new Distrusted(i + 1, Reason.SIGNATURE_MISSING));
            }
        }
        return Optional.empty();
    }

    /** The first line that is signed by none of these keys. */
    public Optional<Distrusted> foreign(Set<String> keys) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof AnchorLine.Signed signed && !keys.contains(signed.key())) {
                return Optional.of(new Distrusted(i + 1, Reason.OTHER_KEY));
            }
        }
        return Optional.empty();
    }
}
