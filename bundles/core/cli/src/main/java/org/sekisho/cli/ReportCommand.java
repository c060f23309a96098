package org.sekisho.cli;

import org.sekisho.checkout.TillReport;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
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
        return CommandFault.DONE;
    }
}
