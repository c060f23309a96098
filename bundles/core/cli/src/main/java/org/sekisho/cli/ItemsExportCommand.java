package org.sekisho.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;

/** {@code sekisho items export}: every item as CSV on standard output, which imports to the same. */
@CommandLine.Command
final class ItemsExportCommand extends Command {

    ItemsExportCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault, IOException {
        register.open();
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        register.catalogue().exportCsv(out);
        out.flush();
        console.requireWritten();
        return CommandFault.DONE;
    }
}
