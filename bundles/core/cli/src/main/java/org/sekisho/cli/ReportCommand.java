package org.sekisho.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.sekisho.checkout.TillReport;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Anchor;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho report x|z}. */
@CommandLine.Command
final class ReportCommand extends Command {

    private final boolean closesTheDay;

    @Mixin
    private final Person person = new Person();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ReportCommand(Register register, Console console, boolean closesTheDay) {
        super(register, console);
        this.closesTheDay = closesTheDay;
    }

    @Override
    public Integer call() throws Exception {
        register.open();
        Permission needed = closesTheDay ? Permission.REPORT_Z : Permission.REPORT_X;
        Operator operator = person.mayOnly(needed, register, console);
        TillReport report = closesTheDay
                ? register.reports().z(operator)
                : register.reports().x(operator);
        console.out().println(json ? TillReportText.json(report) : TillReportText.text(report, console));
        if (closesTheDay) {
            anchor();
        }
        return CommandFault.DONE;
    }

    /** Keeps the journal's heads beside the data, to be carried elsewhere: only an anchor kept outside finds a cut tail. */
    private void anchor() throws StorageFault, IOException {
        List<Anchor> heads = register.journal().heads();
        Path file = register.home().folder().resolve("anchors.jsonl");
        List<String> lines = heads.stream().map(Anchor::toJsonLine).toList();
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (!json) {
            heads.forEach(head -> console.say("journal.head", head.lane(), head.hash()));
            console.note("report.anchored", file);
        }
    }
}
