package org.sekisho.extensions.vetting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sekisho.api.inspection.Verdict;
import org.sekisho.extensions.Difference;
import org.sekisho.extensions.VetReport;
import org.sekisho.extensions.Vetting;
import org.sekisho.extensions.Wants;
import org.sekisho.extensions.facts.JarFacts;
import org.sekisho.extensions.facts.Sbom;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.extensions.power.Power;
import org.sekisho.extensions.signature.Publisher;
import org.sekisho.gate.view.GateView;
import org.sekisho.gate.view.Refusal;
import org.sekisho.inspection.Inspection;

/** Asks a jar, the allowlist and the antivirus, and puts the answers into one report. Without either of the last two it refuses. */
@Component
public final class JarVetting implements Vetting {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable GateView gate;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Inspection inspection;

    private final Clock clock;

    @Activate
    public JarVetting() {
        this(Clock.systemUTC());
    }

    JarVetting(Clock clock) {
        this.clock = clock;
    }

    @Override
    public VetReport vet(String fileName, byte[] jar) {
        return vet(fileName, jar, Locale.ENGLISH);
    }

    @Override
    public VetReport vet(String fileName, byte[] jar, Locale locale) {
        Sentences sentences = new Sentences(locale);
        Instant now = clock.instant();
        JarFacts facts = JarFacts.read(jar);
        Judgement judgement = Judgement.of(facts, gate, now);
        List<Finding> findings = new ArrayList<>(judgement.findings());
        Verdict verdict = inspect(fileName, jar);
        Antivirus.refusal(verdict).ifPresent(findings::add);
        List<Refusal> refusals = findings.stream()
                .map(finding -> sentences.refusal(finding, fileName, now))
                .toList();
        Difference difference = judgement
                .other()
                .map(listing -> Difference.between(Wants.of(listing), wants(facts)))
                .orElse(Difference.NONE);
        List<String> notes = notes(judgement, facts, sentences);
        judgement.other().ifPresent(listing -> {
            notes.add(sentences.say("difference.with", List.of(listing.symbolicName(), listing.version())));
            notes.addAll(difference.sentences(locale));
        });
        return report(fileName, facts, Antivirus.engine(verdict), refusals, notes, difference);
    }

    private Verdict inspect(String fileName, byte[] jar) {
        Inspection asked = inspection;
        return asked == null ? new Verdict.Unavailable("") : asked.inspect(fileName, jar);
    }

    private static List<String> notes(Judgement judgement, JarFacts facts, Sentences sentences) {
        List<String> notes = judgement.notes().stream()
                .map(note -> sentences.say(note.key(), note.arguments()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (Power.mayBeIncomplete(facts.powers())) {
            notes.add(sentences.say("powers.incomplete", List.of()));
        }
        return notes;
    }

    private static VetReport report(
            String fileName,
            JarFacts facts,
            String engine,
            List<Refusal> refusals,
            List<String> notes,
            Difference difference) {
        Optional<Publisher> publisher = facts.publisher();
        return new VetReport(
                Sentences.plain(fileName),
                facts.sha256(),
                Sentences.plain(facts.manifest().symbolicName()),
                Sentences.plain(facts.manifest().version()),
                publisher.map(Publisher::name).map(Sentences::plain).orElse(""),
                facts.powers().stream().map(Power::name).sorted().toList(),
                facts.powers().stream()
                        .filter(Power::isRed)
                        .map(Power::name)
                        .sorted()
                        .toList(),
                Power.mayBeIncomplete(facts.powers()),
                engine,
                facts.sboms().stream().map(JarVetting::describe).collect(Collectors.joining(", ")),
                refusals,
                notes,
                difference);
    }

    private static Wants wants(JarFacts facts) {
        return new Wants(
                facts.powers().stream().map(Power::name).sorted().toList(),
                facts.manifest().imports().stream().sorted().toList(),
                facts.provides(),
                facts.requires());
    }

    private static String describe(Sbom sbom) {
        String format = sbom.format().isEmpty() ? "?" : sbom.format();
        return Sentences.plain(format + " (" + sbom.parts() + ") " + sbom.path());
    }
}
