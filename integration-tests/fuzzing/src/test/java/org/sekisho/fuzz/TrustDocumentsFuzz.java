package org.sekisho.fuzz;

import java.util.Arrays;
import java.util.Map;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.Allowlist;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.Approvals;
import org.sekisho.gate.trust.Approvers;
import org.sekisho.gate.trust.Assembly;
import org.sekisho.gate.trust.Revocations;
import org.sekisho.gate.tuf.RoleKeys;

/** The documents behind the metadata; the first byte says which. */
public final class TrustDocumentsFuzz {

    private static final Approvers NOBODY = new Approvers(new RoleKeys(Map.of(), 1), Map.of(), 0);

    private TrustDocumentsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] document = Arrays.copyOfRange(input, 1, input.length);
        try {
            switch (input[0]) {
                case 'l' -> Allowlist.read(document).entries().forEach(TrustDocumentsFuzz::requirePlain);
                case 'r' -> Revocations.read(document);
                case 'a' -> Assembly.read(document);
                case 'p' -> Approvers.read(document);
                default -> Approvals.read(document, NOBODY, DocumentVersion.NONE);
            }
        } catch (TrustRefusal e) {
            // Refused.
        }
    }

    /** What is read from the list becomes a path, and text on a terminal. */
    private static void requirePlain(AllowlistEntry entry) {
        boolean plain = entry.path().matches("bundles/[0-9a-f]{64}\\.[A-Za-z0-9._+-]+")
                && entry.publisherName().chars().noneMatch(Character::isISOControl)
                && entry.version().chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (!plain) {
            throw new AssertionError(entry);
        }
        entry.isRed();
    }
}
