package org.sekisho.cli;

import java.util.List;
import java.util.Optional;
import org.sekisho.extensions.Difference;
import org.sekisho.extensions.Wants;
import org.sekisho.gate.view.Listing;

/** What somebody named of the allowlist. */
final class ListedName {

    private ListedName() {}

    /** The newest version that was not revoked; otherwise the newest, so that the gate can say what is wrong with it. */
    static Listing find(String nameOrSha256, Register register, Console console) throws CommandFault {
        List<Listing> listed = register.extensions().listed(nameOrSha256);
        return listed.stream()
                .filter(listing -> !listing.revoked())
                .findFirst()
                .or(() -> listed.stream().findFirst())
                .orElseThrow(() -> console.fault(CommandFault.REFUSED, "listed.unknown", nameOrSha256));
    }

    /** Shows what it is, and what it wants that what runs here does not. */
    static void show(Listing listing, Register register, Console console) {
        console.say("why.listed", listing.symbolicName(), listing.version(), listing.sha256(), listing.publisherName());
        console.say("listed.powers", orDash(listing.grantedPowers()));
        Optional<Listing> runs = register.extensions().running(listing.symbolicName());
        if (runs.isPresent()) {
            console.say("listed.difference", runs.get().version());
            Difference.between(Wants.of(runs.get()), Wants.of(listing))
                    .sentences(console.language())
                    .forEach(line -> console.out().println("  " + line));
        }
    }

    private static String orDash(List<String> powers) {
        return powers.isEmpty() ? "-" : String.join(" ", powers);
    }
}
