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
        Change lists = journalled(Fact.SYSTEM, () -> gate.update(from, folder, language, progress));
        List<Change> changes = new ArrayList<>(List.of(lists));
        for (Listing awaited : gate.awaited()) {
            progress.accept(awaited.file());
            try {
                changes.add(install(awaited, Fact.SYSTEM, language));
            } catch (Declined declined) {
                changes.add(new Change(List.of(), List.of(), List.of(), declined.refusals()));
            }
        }
        witness().look(gate.standing());
        return sum(changes);
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
        Change change = journalled(who, () -> gate.approve(listing.sha256(), by, language));
        journal.record(Facts.approved(listing, by));
        witness().look(gate.standing());
        return change;
    }

    @Override
    public Change install(String fileName, byte[] jar, String by, Locale language)
            throws Declined, IOException, StorageFault {
        requireNotSetBack(fileName, by, language);
        VetReport report = requireFit(fileName, jar, by, language);
        Change change = journalled(by, () -> gate.install(jar, language));
        Optional<Listing> listing = view.listing(report.sha256());
        if (listing.isPresent()) {
            journal.record(Facts.installed(listing.get(), by));
        }
        return change;
    }

    @Override
    public Change install(Listing listing, String by, Locale language) throws Declined, IOException, StorageFault {
        byte[] jar = journalled(by, () -> gate.fetch(listing.sha256(), language));
        return install(listing.file(), jar, by, language);
    }

    @Override
    public Change remove(String symbolicName, List<ApproverKey> by, Locale language)
            throws Declined, IOException, StorageFault {
        Change change = journalled(by.get(0).name(), () -> gate.remove(symbolicName, by, language));
        journal.record(Facts.removed(symbolicName, by));
        witness().look(gate.standing());
        return change;
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

    /** By documents that the journal knows to be old nothing is installed: they may have forgotten what was taken back. */
    private void requireNotSetBack(String subject, String by, Locale language) throws Declined, StorageFault {
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

    private <T> T journalled(String by, Asked<T> asked) throws Declined, IOException, StorageFault {
        try {
            return asked.ask();
        } catch (Declined declined) {
            throw written(declined, by);
        }
    }

    private Declined written(Declined declined, String by) throws StorageFault {
        for (Refusal refusal : declined.refusals()) {
            journal.record(Facts.refused(refusal, by));
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
        for (Change change : changes) {
            started.addAll(change.started());
            stopped.addAll(change.stopped());
            atNextStart.addAll(change.atNextStart());
            refused.addAll(change.refused());
        }
        return new Change(started, stopped, atNextStart.stream().distinct().toList(), refused);
    }

    /** Something asked of the gate. */
    @FunctionalInterface
    private interface Asked<T> {
        T ask() throws Declined, IOException;
    }
}
