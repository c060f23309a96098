package org.sekisho.cli;

import java.io.IOException;
import java.nio.file.Files;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.Declined;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho install JAR|NAME}: vets an approved bundle and starts it. */
@CommandLine.Command
final class InstallCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(paramLabel = "JAR|NAME", descriptionKey = "install.what")
    private String what = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    InstallCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, Declined, StorageFault {
        register.open();
        Operator by = person.mayOnly(Permission.APPROVE_BUNDLES, register, console);
        try {
            Change change = install(by);
            if (json) {
                console.out().println(ChangeText.json(change));
            } else {
                ChangeText.show(change, console);
                if (change.started().isEmpty() && change.refused().isEmpty()) {
                    console.say("install.already", what);
                }
            }
            return change.refused().isEmpty() ? CommandFault.DONE : CommandFault.REFUSED;
        } catch (IOException e) {
            throw console.fault(CommandFault.FAULT, "extensions.disk", String.valueOf(e.getMessage()));
        }
    }

    private Change install(Operator by) throws CommandFault, Declined, IOException, StorageFault {
        if (Files.isRegularFile(console.path(what))) {
            String fileName = String.valueOf(console.path(what).getFileName());
            return register.extensions().install(fileName, console.readFile(what), by.name(), console.language());
        }
        return register.extensions().install(ListedName.find(what, register, console), by.name(), console.language());
    }
}
