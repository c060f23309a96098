package org.sekisho.cli;

import java.io.IOException;
import org.sekisho.journal.Anchors;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sekisho journal anchor}: signs the heads now, without waiting for Z. */
@CommandLine.Command
final class JournalAnchorCommand extends Command {

    @Mixin
    private final Auditor auditor = new Auditor();

    JournalAnchorCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault, IOException {
        register.open();
        auditor.check(register, console);
        register.anchors().make().forEach(line -> console.out().println(line.toJsonLine()));
        console.note("report.anchored", register.home().folder().resolve(Anchors.FILE));
        return CommandFault.DONE;
    }
}
