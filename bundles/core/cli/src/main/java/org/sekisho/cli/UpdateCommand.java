package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.operate.Standing;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code sekisho update --from DIR|URL}: newer lists, and what they bring of what is approved here. Nobody need sign on: the lists are signed. */
@CommandLine.Command
final class UpdateCommand extends Command {

    @Option(names = "--from", paramLabel = "DIR|URL", descriptionKey = "update.from")
    private @Nullable String from;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    UpdateCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, Declined, StorageFault {
        register.open();
        if (from == null && register.extensions().standing().source().isEmpty()) {
            throw console.fault(CommandFault.USAGE, "update.no-source");
        }
        Change change = take();
        Standing standing = register.extensions().standing();
        if (json) {
            JsonObject object = ChangeText.json(change);
            object.addProperty("fingerprint", standing.fingerprint());
            object.addProperty("targets", standing.targets());
            console.out().println(object);
        } else {
            console.say("update.taken", standing.root(), standing.timestamp(), standing.snapshot(), standing.targets());
            console.say("update.fingerprint", standing.fingerprint());
            ChangeText.show(change, console);
        }
        return CommandFault.DONE;
    }

    private Change take() throws CommandFault, Declined, StorageFault {
        try {
            return register.extensions()
                    .update(
                            Optional.ofNullable(from),
                            console.invocation().workingFolder(),
                            console.language(),
                            file -> console.note("update.fetching", file));
        } catch (IOException e) {
            throw console.fault(CommandFault.FAULT, "update.unreachable", String.valueOf(e.getMessage()));
        }
    }
}
