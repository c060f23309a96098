package org.sekisho.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.sekisho.extensions.VetReport;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code sekisho why JAR|NAME}: why this would or would not run here. */
@CommandLine.Command
final class WhyCommand extends Command {

    @Parameters(paramLabel = "JAR|NAME", descriptionKey = "why.what")
    private String what = "";

    WhyCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault {
        if (Files.isRegularFile(console.path(what))) {
            return ofFile();
        }
        List<Listing> listings = register.gate().allowlist().stream()
                .filter(l -> l.symbolicName().equals(what) || l.sha256().equals(what))
                .toList();
        if (listings.isEmpty()) {
            throw console.fault(CommandFault.REFUSED, "why.unknown", what);
        }
        boolean runs = false;
        for (Listing listing : listings) {
            runs |= explain(listing);
        }
        return runs ? CommandFault.DONE : CommandFault.REFUSED;
    }

    private int ofFile() throws CommandFault {
        byte[] bytes = console.readFile(what);
        VetReport report =
                register.vetting().vet(String.valueOf(console.path(what).getFileName()), bytes, console.language());
        Optional<Listing> listing = register.gate().listing(report.sha256());
        boolean runs = listing.isPresent() && explain(listing.get());
        report.refusals().forEach(refusal -> console.out().println(refusal.sentence()));
        return runs && report.isFit() ? CommandFault.DONE : CommandFault.REFUSED;
    }

    private boolean explain(Listing listing) {
        console.say("why.listed", listing.symbolicName(), listing.version(), listing.sha256(), listing.publisherName());
        console.say("why.powers", listing.grantedPowers().isEmpty() ? "-" : String.join(" ", listing.grantedPowers()));
        Optional<LoadedBundle> loaded = register.gate().loaded().stream()
                .filter(bundle -> bundle.sha256().equals(listing.sha256()))
                .findFirst();
        if (loaded.isPresent()) {
            console.say("why.runs", loaded.get().vouchedBy());
            return true;
        }
        console.say(listing.revoked() ? "why.revoked" : listing.approved() ? "why.refused" : "why.not-approved");
        register.gate().refusals().stream()
                .filter(refusal -> isAbout(refusal, listing))
                .forEach(refusal -> console.out().println(refusal.sentence()));
        return false;
    }

    /** The gate speaks of files; where it has no name for one, or the store's own, the digest is in it. */
    private static boolean isAbout(Refusal refusal, Listing listing) {
        return refusal.subject().equals(listing.file()) || refusal.subject().contains(listing.sha256());
    }
}
