package org.sekisho.extensions.vetting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.extensions.facts.JarFacts;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.extensions.plugin.PluginManifest;
import org.sekisho.extensions.power.Power;
import org.sekisho.gate.view.GateView;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.RefusalCode;

/** Holds a jar's facts to the allowlist. It only asks. */
final class Judgement {

    private final JarFacts facts;
    private final List<Listing> allowlist;
    private final boolean isAsked;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private Optional<Listing> other = Optional.empty();

    private Judgement(JarFacts facts, @Nullable GateView gate) {
        this.facts = facts;
        this.isAsked = gate != null;
        this.allowlist = gate == null ? List.of() : gate.allowlist();
    }

    /** Without a gate nothing is allowed. */
    static Judgement of(JarFacts facts, @Nullable GateView gate, Instant now) {
        Judgement judgement = new Judgement(facts, gate);
        judgement.judge(now);
        return judgement;
    }

    /** What refuses it. */
    List<Finding> findings() {
        return findings;
    }

    /** What does not refuse it and should be known; their codes mean nothing. */
    List<Finding> notes() {
        return notes;
    }

    /** Another version of the same bundle, to which it can be compared; one that runs here before one that does not. */
    Optional<Listing> other() {
        return other;
    }

    private void judge(Instant now) {
        Optional<Listing> exact = allowlist.stream()
                .filter(listing -> listing.sha256().equals(facts.sha256()))
                .findFirst();
        List<Listing> sameName = allowlist.stream()
                .filter(listing ->
                        listing.symbolicName().equals(facts.manifest().symbolicName()))
                .toList();
        Optional<Listing> reference = exact.or(() -> sameName.stream()
                .filter(listing -> listing.version().equals(facts.manifest().version()))
                .findFirst());

        other = sameName.stream()
                .filter(listing -> !listing.sha256().equals(facts.sha256()))
                .max(Comparator.comparing(Listing::approved));
        exact.ifPresentOrElse(this::judgeListed, () -> judgeUnlisted(reference, sameName));
        findings.addAll(facts.findings());
        judgePublisher(
                exact.map(List::of).orElse(sameName),
                exact.filter(Listing::approved).isPresent(),
                now);
        judgePlugin(reference, sameName);
        reference.ifPresent(this::judgePowers);
    }

    private void judgeListed(Listing listing) {
        if (listing.revoked()) {
            find(RefusalCode.REVOKED, "listing.revoked", listing.symbolicName(), listing.version());
        }
        if (!listing.approved()) {
            notes.add(Finding.of(
                    RefusalCode.NOT_APPROVED, "listing.not-approved", listing.symbolicName(), listing.version()));
        }
    }

    private void judgeUnlisted(Optional<Listing> sameVersion, List<Listing> sameName) {
        if (sameVersion.isPresent()) {
            Listing listed = sameVersion.get();
            find(RefusalCode.NOT_ALLOWED, "listing.changed", listed.symbolicName(), listed.version());
        } else if (!sameName.isEmpty()) {
            Listing listed = sameName.get(0);
            find(
                    RefusalCode.NOT_ALLOWED,
                    "listing.other-version",
                    listed.symbolicName(),
                    listed.version(),
                    facts.manifest().version());
        } else {
            find(RefusalCode.NOT_ALLOWED, isAsked ? "listing.unknown" : "listing.no-gate");
        }
    }

    /** A certificate is judged when something is vetted for the first time; what is approved goes on running. */
    private void judgePublisher(List<Listing> listed, boolean approved, Instant now) {
        facts.publisher().ifPresent(publisher -> {
            boolean known = listed.stream()
                    .anyMatch(listing -> listing.publisherSpkiSha256().equals(publisher.spkiSha256())
                            || listing.lineage().contains(publisher.spkiSha256()));
            if (!listed.isEmpty() && !known) {
                find(
                        RefusalCode.SIGNER_MISMATCH,
                        "signature.mismatch",
                        publisher.name(),
                        listed.get(0).publisherName());
            }
            if (!approved && !publisher.isValidAt(now)) {
                find(RefusalCode.EXPIRED, "signature.expired", publisher.name(), publisher.validUntil());
            }
        });
    }

    /** Whatever no list says to belong to the register is a plugin. */
    private void judgePlugin(Optional<Listing> reference, List<Listing> sameName) {
        boolean ofRegister = reference
                .map(listing -> !listing.plugin())
                .orElse(!sameName.isEmpty() && sameName.stream().noneMatch(Listing::plugin));
        if (!ofRegister) {
            findings.addAll(reference
                    .map(listing -> PluginManifest.check(facts.manifest(), listing.imports()))
                    .orElseGet(() -> PluginManifest.check(facts.manifest())));
        }
    }

    private void judgePowers(Listing listing) {
        List<String> beyond = facts.powers().stream()
                .map(Power::name)
                .filter(power -> !listing.grantedPowers().contains(power))
                .sorted()
                .toList();
        if (!beyond.isEmpty()) {
            find(RefusalCode.POWERS_EXCEEDED, "powers.exceeded", String.join(" ", beyond));
        }
    }

    private void find(RefusalCode code, String key, Object... arguments) {
        findings.add(Finding.of(code, key, arguments));
    }
}
