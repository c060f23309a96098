package org.sekisho.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sekisho.checkout.ExceptionReport;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho report exceptions}. */
@CommandLine.Command
final class ExceptionsCommand extends Command {

    private static final long PAUSE = 3_000_000_000L;

    @Mixin
    private final Person person = new Person();

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", descriptionKey = "journal.from")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD", descriptionKey = "journal.until")
    @Nullable
    LocalDate until;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private long told = System.nanoTime();

    ExceptionsCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws Exception {
        register.open();
        Operator operator = person.mayOnly(Permission.REPORT_EXCEPTIONS, register, console);
        ExceptionReport report = register.exceptions().exceptions(operator, from, until, this::progress);
        console.out().println(json ? ExceptionText.json(report, from, until) : ExceptionText.text(report, console));
        console.requireWritten();
        return CommandFault.DONE;
    }

    private void progress(long entries) {
        if (System.nanoTime() - told >= PAUSE) {
            told = System.nanoTime();
            console.note("exceptions.progress", entries);
        }
    }
}
