package org.sekisho.cli;

import java.io.IOException;
import java.util.List;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.view.Listing;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho approve SHA256|NAME}: lets a listed bundle into this shop's register. */
@CommandLine.Command
final class ApproveCommand extends Command {

    @Mixin
    private final Approvers approvers = new Approvers();

    @Parameters(paramLabel = "SHA256|NAME", descriptionKey = "approve.what")
    private String what = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ApproveCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, Declined, StorageFault {
        register.open();
        Listing listing = ListedName.find(what, register, console);
        if (!json) {
            ListedName.show(listing, register, console);
        }
        try (Approvers people = approvers) {
            List<ApproverKey> keys = people.keys(register, console);
            Change change = register.extensions().approve(listing, keys, console.language());
            if (json) {
                console.out().println(ChangeText.json(change));
            } else {
                console.say("approve.done", listing.symbolicName(), listing.version());
                ChangeText.show(change, console);
                if (change.started().isEmpty() && !runs(listing)) {
                    console.say("approve.install", listing.symbolicName());
                }
            }
            return CommandFault.DONE;
        } catch (IOException e) {
            throw console.fault(CommandFault.FAULT, "extensions.disk", String.valueOf(e.getMessage()));
        }
    }

    private boolean runs(Listing listing) {
        return register.gate().loaded().stream()
                .anyMatch(bundle -> bundle.sha256().equals(listing.sha256()));
    }
}
