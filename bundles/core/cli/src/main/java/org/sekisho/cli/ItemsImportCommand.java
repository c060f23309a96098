package org.sekisho.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.sekisho.api.inspection.Verdict;
import org.sekisho.catalogue.ImportResult;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sekisho items import FILE.csv}: all rows or none. */
@CommandLine.Command
final class ItemsImportCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(paramLabel = "FILE", descriptionKey = "items.file")
    private String file = "";

    ItemsImportCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault, IOException {
        byte[] bytes = console.readFile(file);
        register.open();
        Operator by = person.mayOnly(Permission.IMPORT_ITEMS, register, console);
        Verdict verdict = register.inspection().inspect(file, bytes);
        if (verdict instanceof Verdict.Infected infected) {
            throw console.fault(CommandFault.REFUSED, "items.infected", file, infected.threat());
        }
        if (!(verdict instanceof Verdict.Clean)) {
            console.note("items.not-scanned", file);
        }
        ImportNotes notes = new ImportNotes(console);
        int exitCode = answer(imported(bytes, by, notes));
        notes.end();
        return exitCode;
    }

    private ImportResult imported(byte[] csv, Operator by, ImportNotes notes)
            throws CommandFault, StorageFault, IOException {
        try {
            return register.catalogue().importCsv(csv, by.name(), notes);
        } catch (CharacterCodingException e) {
            throw console.fault(CommandFault.USAGE, "items.not-utf8", file);
        }
    }

    private int answer(ImportResult result) {
        if (result instanceof ImportResult.Imported imported) {
            console.say("items.imported", imported.added(), imported.changed());
            return CommandFault.DONE;
        }
        for (ImportResult.BadRow row : ((ImportResult.Refused) result).rows()) {
            console.note("items.bad-row", file, row.line(), row.why(console.language()));
        }
        console.note("items.refused");
        return CommandFault.USAGE;
    }
}
