package org.sekisho.cli;

import java.io.IOException;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sekisho journal export}: every entry as a line of JSON. */
@CommandLine.Command
final class JournalExportCommand extends Command {

    @Mixin
    private final Auditor auditor = new Auditor();

    JournalExportCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault, IOException {
        register.open();
        auditor.check(register, console);
        register.journal().export(console.out());
        console.requireWritten();
        return CommandFault.DONE;
    }
}
