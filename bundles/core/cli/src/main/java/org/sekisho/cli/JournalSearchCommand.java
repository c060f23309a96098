package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sekisho.journal.CanonicalJson;
import org.sekisho.journal.Entry;
import org.sekisho.journal.EntryFormat;
import org.sekisho.journal.JournalQuery;
import org.sekisho.journal.JournalSearch.Found;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho journal search}: by date, amount, type, operator and text, each alone or together. */
@CommandLine.Command
final class JournalSearchCommand extends Command {

    @Mixin
    private final Auditor auditor = new Auditor();

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", descriptionKey = "journal.from")
    @Nullable
    LocalDate from;

    @Option(names = "--until", paramLabel = "YYYY-MM-DD", descriptionKey = "journal.until")
    @Nullable
    LocalDate until;

    @Option(names = "--amount-min", paramLabel = "N", descriptionKey = "journal.amount-min")
    @Nullable
    Long amountMin;

    @Option(names = "--amount-max", paramLabel = "N", descriptionKey = "journal.amount-max")
    @Nullable
    Long amountMax;

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "journal.type")
    @Nullable
    String type;

    @Option(names = "--operator", paramLabel = "USER", descriptionKey = "journal.operator")
    @Nullable
    String operator;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "journal.text")
    @Nullable
    String text;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    JournalSearchCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault, IOException {
        register.open();
        auditor.check(register, console);
        JournalQuery query = new JournalQuery(from, until, amountMin, amountMax, type, operator, text);
        long[] count = {0};
        register.journalSearch().search(query, found -> {
            count[0]++;
            console.out().println(text(found));
        });
        if (!json) {
            console.note("journal.found", count[0]);
        }
        return CommandFault.DONE;
    }

    private String text(Found found) {
        return json ? json(found) : line(found);
    }

    private String line(Found found) {
        Entry entry = found.entry();
        return console.text(
                found.late() ? "journal.hit.late" : "journal.hit",
                said(entry, "businessDate"),
                entry.lane(),
                Long.toString(entry.seq()),
                EntryFormat.time(entry.time()),
                entry.type(),
                said(entry, "operator"),
                found.amount().isPresent() ? Long.toString(found.amount().getAsLong()) : "-");
    }

    private static String json(Found found) {
        Entry entry = found.entry();
        JsonObject object = new JsonObject();
        object.addProperty("lane", entry.lane());
        object.addProperty("seq", entry.seq());
        object.addProperty("time", EntryFormat.time(entry.time()));
        object.addProperty("type", entry.type());
        found.amount().ifPresent(amount -> object.addProperty("amount", amount));
        object.addProperty("late", found.late());
        object.add("payload", entry.payload());
        return CanonicalJson.write(object);
    }

    private static String said(Entry entry, String name) {
        return entry.payload().get(name).getAsString();
    }
}
