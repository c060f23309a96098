package org.sekisho.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
        String csv = utf8(bytes);
        register.open();
        Operator by = person.mayOnly(Permission.IMPORT_ITEMS, register, console);
        Verdict verdict = register.inspection().inspect(file, bytes);
        if (verdict instanceof Verdict.Infected infected) {
            throw console.fault(CommandFault.REFUSED, "items.infected", file, infected.threat());
        }
        if (!(verdict instanceof Verdict.Clean)) {
            console.note("items.not-scanned", file);
        }
        return answer(register.catalogue().importCsv(new StringReader(csv), by.name()));
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

    private String utf8(byte[] bytes) throws CommandFault {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw console.fault(CommandFault.USAGE, "items.not-utf8", file);
        }
    }
}
