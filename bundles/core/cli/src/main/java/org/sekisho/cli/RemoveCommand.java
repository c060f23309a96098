package org.sekisho.cli;

import java.io.IOException;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.Declined;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho remove NAME}: takes out what this shop let in. */
@CommandLine.Command
final class RemoveCommand extends Command {

    @Mixin
    private final Approvers approvers = new Approvers();

    @Parameters(paramLabel = "NAME", descriptionKey = "remove.what")
    private String name = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    RemoveCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, Declined, StorageFault {
        register.open();
        try (Approvers people = approvers) {
            Change change = register.extensions().remove(name, people.keys(register, console), console.language());
            if (json) {
                console.out().println(ChangeText.json(change));
            } else {
                console.say("remove.done", name);
                ChangeText.show(change, console);
            }
            return CommandFault.DONE;
        } catch (IOException e) {
            throw console.fault(CommandFault.FAULT, "extensions.disk", String.valueOf(e.getMessage()));
        }
    }
}
