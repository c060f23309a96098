package org.sekisho.extensions.vetting;

import java.util.Optional;
import org.sekisho.api.inspection.Verdict;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.gate.view.RefusalCode;

/** What the antivirus' verdict means for a jar: clean lets it in, everything else refuses. */
final class Antivirus {

    private Antivirus() {}

    static Optional<Finding> refusal(Verdict verdict) {
        if (verdict instanceof Verdict.Clean) {
            return Optional.empty();
        }
        if (verdict instanceof Verdict.Infected infected) {
            return Optional.of(Finding.of(RefusalCode.INFECTED, "antivirus.infected", infected.threat()));
        }
        if (verdict instanceof Verdict.NotFullyScanned partly) {
            return Optional.of(Finding.of(RefusalCode.NOT_SCANNED, "antivirus.partly", partly.why()));
        }
        String why = verdict instanceof Verdict.Unavailable unavailable ? unavailable.why() : "";
        return Optional.of(
                why.isEmpty()
                        ? Finding.of(RefusalCode.NOT_SCANNED, "antivirus.none")
                        : Finding.of(RefusalCode.NOT_SCANNED, "antivirus.unavailable", why));
    }

    /** Empty when none looked. */
    static String engine(Verdict verdict) {
        return verdict instanceof Verdict.Clean clean ? clean.engine() : "";
    }
}
