package org.sekisho.extensions.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.extensions.Extensions;
import org.sekisho.extensions.VetReport;
import org.sekisho.extensions.Vetting;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.operate.GateControl;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.operate.Standing;
import org.sekisho.gate.view.GateView;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.RefusalCode;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;

/** Vets, asks the gate, and writes down what came of it. */
@Component
public final class OperatedExtensions implements Extensions {

    private final GateView view;
    private final GateControl gate;
    private final Vetting vetting;
    private final Database database;
    private final Journal journal;
    private final Home home;

    @Activate
    public OperatedExtensions(
            @Reference GateView view,
            @Reference GateControl gate,
            @Reference Vetting vetting,
            @Reference Database database,
            @Reference Journal journal,
            @Reference Home home) {
        this.view = view;
        this.gate = gate;
        this.vetting = vetting;
        this.database = database;
        this.journal = journal;
        this.home = home;
    }

    @Override
    public Standing standing() {
        return gate.standing();
    }

    @Override
    public boolean wasSetBack() throws StorageFault {
        hold(Locale.ROOT);
        return witness().look(gate.standing()).isPresent();
    }

    @Override
    public List<Listing> listed(String nameOrSha256) {
        List<String> delivered = view.loaded().stream()
                .filter(LoadedBundle::belongsToRegister)
                .map(LoadedBundle::sha256)
                .toList();
        return view.allowlist().stream()
                .filter(listing -> listing.symbolicName().equals(nameOrSha256)
                        || listing.sha256().equals(nameOrSha256))
                .filter(listing -> !delivered.contains(listing.sha256()))
                .sorted(Comparator.comparing((Listing listing) -> Version.parseVersion(listing.version()))
                        .reversed())
                .toList();
    }

    @Override
    public Optional<Listing> running(String symbolicName) {
        return view.loaded().stream()
                .filter(bundle -> bundle.symbolicName().equals(symbolicName))
                .findFirst()
                .flatMap(bundle -> view.listing(bundle.sha256()));
    }

    @Override
    public Change update(Optional<String> source, Path folder, Locale language, Consumer<String> progress)
            throws Declined, IOException, StorageFault {
        String from = source.orElse(gate.standing().source());
        Change lists = change(Fact.SYSTEM, language, () -> gate.update(from, folder, language, progress), List::of);
        List<Change> changes = new ArrayList<>(List.of(lists));
        for (Listing awaited : gate.awaited()) {
            progress.accept(awaited.file());
            changes.add(follow(awaited, language));
        }
        return sum(changes);
    }

    /** The lists are in force; what one bundle of them meets is told, and keeps no other back. */
    private Change follow(Listing awaited, Locale language) {
        try {
            return install(awaited, Fact.SYSTEM, language);
        } catch (Declined declined) {
            return Change.refused(declined.refusals());
        } catch (IOException | StorageFault e) {
            String note = Words.in(language).say("not-brought", awaited.file(), String.valueOf(e.getMessage()));
            return Change.refused(List.of()).noting(List.of(note));
        }
    }

    @Override
    public Change approve(Listing listing, List<ApproverKey> by, Locale language)
            throws Declined, IOException, StorageFault {
        String who = by.get(0).name();
        requireNotSetBack(listing.file(), who, language);
        Optional<byte[]> here = bytes(listing, language);
        if (here.isPresent()) {
            requireFit(listing.file(), here.get(), who, language);
        }
        return change(
                who,
                language,
                () -> gate.approve(listing.sha256(), by, language),
                () -> List.of(Facts.approved(listing, by)));
    }

    @Override
    public Change install(String fileName, byte[] jar, String by, Locale language)
            throws Declined, IOException, StorageFault {
        requireNotSetBack(fileName, by, language);
        VetReport report = requireFit(fileName, jar, by, language);
        return change(
                by,
                language,
                () -> gate.install(jar, language),
                () -> view.listing(report.sha256()).stream()
                        .map(listing -> Facts.installed(listing, by))
                        .toList());
    }

    @Override
    public Change install(Listing listing, String by, Locale language) throws Declined, IOException, StorageFault {
        byte[] jar;
        try {
            jar = gate.fetch(listing.sha256(), language);
        } catch (Declined declined) {
            throw written(declined, by);
        }
        return install(listing.file(), jar, by, language);
    }

    @Override
    public Change remove(String symbolicName, List<ApproverKey> by, Locale language)
            throws Declined, IOException, StorageFault {
        hold(language);
        return change(
                by.get(0).name(),
                language,
                () -> gate.remove(symbolicName, by, language),
                () -> List.of(Facts.removed(symbolicName, by)));
    }

    /** What cannot be had now is vetted when it comes. */
    private Optional<byte[]> bytes(Listing listing, Locale language) {
        try {
            return Optional.of(gate.fetch(listing.sha256(), language));
        } catch (Declined | IOException notHere) {
            return Optional.empty();
        }
    }

    private VetReport requireFit(String fileName, byte[] jar, String by, Locale language)
            throws Declined, StorageFault {
        VetReport report = vetting.vet(fileName, jar, language);
        if (!report.isFit()) {
            throw written(new Declined(report.refusals()), by);
        }
        return report;
    }

    /** Has the gate take out what the shop added by documents that do not follow those of the journal; sales go on. */
    private void hold(Locale language) throws StorageFault {
        Optional<ShopVersions> seen = witness().shop();
        if (seen.isPresent()) {
            gate.hold(seen.get(), language);
        }
    }

    /** By documents that the journal knows to be old nothing is installed: they may have forgotten what was taken back. */
    private void requireNotSetBack(String subject, String by, Locale language) throws Declined, StorageFault {
        hold(language);
        Optional<Seen> seen = witness().ahead(gate.standing());
        if (seen.isPresent()) {
            Words words = Words.in(language);
            Refusal refusal = new Refusal(
                    RefusalCode.ROLLED_BACK,
                    subject,
                    words.say("set-back", Long.toString(seen.get().targets())),
                    words.say("sales"),
                    words.say("mend"),
                    Instant.now());
            throw written(new Declined(List.of(refusal)), by);
        }
    }

    /** Asks for a change, and writes down what came of it, however it ended. */
    private Change change(String by, Locale language, Asked asked, Supplier<List<Fact>> facts)
            throws Declined, IOException {
        boolean done = false;
        try {
            Change change = asked.ask();
            done = true;
            return change.noting(record(facts.get(), language));
        } catch (Declined declined) {
            throw written(declined, by);
        } finally {
            if (!done) {
                record(List.of(), language);
            }
        }
    }

    /** With the versions of the documents. What is in force stays in force when the journal fails: that is told, not thrown. */
    private List<String> record(List<Fact> facts, Locale language) {
        try {
            for (Fact fact : facts) {
                journal.record(fact);
            }
            witness().look(gate.standing());
            return List.of();
        } catch (StorageFault fault) {
            return List.of(Words.in(language).say("not-journalled", String.valueOf(fault.getMessage())));
        }
    }

    /** Nothing was changed; that stays the answer when the journal fails. */
    private Declined written(Declined declined, String by) {
        try {
            for (Refusal refusal : declined.refusals()) {
                journal.record(Facts.refused(refusal, by));
            }
        } catch (StorageFault fault) {
            declined.addSuppressed(fault);
        }
        return declined;
    }

    private Witness witness() throws StorageFault {
        try {
            return new Witness(database, journal, home.settings().laneId());
        } catch (HomeFault e) {
            throw new StorageFault(StorageFault.Kind.NOT_INITIALISED, e.getMessage(), e);
        }
    }

    private static Change sum(List<Change> changes) {
        List<LoadedBundle> started = new ArrayList<>();
        List<LoadedBundle> stopped = new ArrayList<>();
        List<LoadedBundle> atNextStart = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Change change : changes) {
            started.addAll(change.started());
            stopped.addAll(change.stopped());
            atNextStart.addAll(change.atNextStart());
            refused.addAll(change.refused());
            notes.addAll(change.notes());
        }
        return new Change(
                started,
                stopped,
                atNextStart.stream().distinct().toList(),
                refused,
                notes.stream().distinct().toList());
    }

    /** A change asked of the gate. */
    @FunctionalInterface
    private interface Asked {
        Change ask() throws Declined, IOException;
    }
}
