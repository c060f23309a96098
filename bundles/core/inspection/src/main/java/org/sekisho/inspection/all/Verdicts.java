package org.sekisho.inspection.all;

import java.util.List;
import java.util.stream.Collectors;
import org.sekisho.api.inspection.Verdict;

/** Many verdicts, one answer. */
final class Verdicts {

    private Verdicts() {}

    /** Infected before not fully scanned before unavailable before clean; of nobody, unavailable. */
    static Verdict worst(List<Verdict> verdicts) {
        String engines = verdicts.stream()
                .filter(Verdict.Clean.class::isInstance)
                .map(clean -> ((Verdict.Clean) clean).engine())
                .collect(Collectors.joining(", "));
        return verdicts.stream()
                .filter(verdict -> !(verdict instanceof Verdict.Clean))
                .min((a, b) -> Integer.compare(rank(a), rank(b)))
                .orElseGet(() -> verdicts.isEmpty()
                        ? new Verdict.Unavailable("there is no antivirus hook on this register")
                        : new Verdict.Clean(engines));
    }

    private static int rank(Verdict verdict) {
        if (verdict instanceof Verdict.Infected) {
            return 0;
        }
        return verdict instanceof Verdict.NotFullyScanned ? 1 : 2;
    }
}
