package org.sekisho.cli;

import java.io.IOException;
import java.util.List;
import org.sekisho.checkout.TillReport;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.AnchorLine;
import org.sekisho.journal.Anchors;
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
        if (closesTheDay) {
            new LeftOpen(register.checkout(), console).tell();
        }
        TillReport report = closesTheDay
                ? register.reports().z(operator)
                : register.reports().x(operator);
        console.out().println(json ? TillReportText.json(report) : TillReportText.text(report, console));
        return closesTheDay ? anchored() : CommandFault.DONE;
    }

    /** The day is closed by now: whoever takes a fault here for its own would close another, empty one. */
    private int anchored() {
        try {
            anchor();
            return CommandFault.DONE;
        } catch (StorageFault | IOException e) {
            console.note("report.not-anchored", String.valueOf(e.getMessage()));
            return CommandFault.FAULT;
        }
    }

    /** Keeps the journal's signed heads beside the data, to be carried elsewhere: only an anchor kept outside finds a cut tail. */
    private void anchor() throws StorageFault, IOException {
        List<AnchorLine.Signed> heads = register.anchors().make();
        if (!json) {
            heads.forEach(head -> console.say(
                    "journal.head", head.anchor().lane(), head.anchor().hash()));
            heads.stream().findFirst().ifPresent(head -> console.say("journal.key", head.key()));
            console.note("report.anchored", register.home().folder().resolve(Anchors.FILE));
        }
    }
}
