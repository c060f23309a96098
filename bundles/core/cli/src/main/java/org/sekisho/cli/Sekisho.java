package org.sekisho.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.catalogue.Catalogue;
import org.sekisho.checkout.CashDesk;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.ExceptionReports;
import org.sekisho.checkout.Reports;
import org.sekisho.checkout.Reprints;
import org.sekisho.checkout.Training;
import org.sekisho.checkout.Vouchers;
import org.sekisho.customers.Customers;
import org.sekisho.extensions.Extensions;
import org.sekisho.extensions.Vetting;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.program.Invocation;
import org.sekisho.gate.program.Program;
import org.sekisho.gate.view.GateView;
import org.sekisho.identity.ApproverKeys;
import org.sekisho.identity.OneTimeCodes;
import org.sekisho.identity.Operators;
import org.sekisho.identity.RoleRights;
import org.sekisho.inspection.Inspection;
import org.sekisho.journal.Anchors;
import org.sekisho.journal.Journal;
import org.sekisho.journal.JournalSearch;
import org.sekisho.receipts.Receipts;
import org.sekisho.storage.Backups;
import org.sekisho.storage.Database;
import org.sekisho.storage.Renewal;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.VaultSetup;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The register's one program: reads a command line, calls the command, turns what went wrong into a sentence and an exit code. */
@Component
public final class Sekisho implements Program {

    private final Register register;

    @Activate
    public Sekisho(
            BundleContext context,
            @Reference Home home,
            @Reference VaultSetup vaultSetup,
            @Reference Renewal renewal,
            @Reference Backups backups,
            @Reference Database database,
            @Reference Journal journal,
            @Reference Anchors anchors,
            @Reference JournalSearch journalSearch,
            @Reference Catalogue catalogue,
            @Reference Operators operators,
            @Reference OneTimeCodes codes,
            @Reference RoleRights roleRights,
            @Reference Checkout checkout,
            @Reference Training training,
            @Reference CashDesk cashDesk,
            @Reference Vouchers vouchers,
            @Reference Customers customers,
            @Reference Reports reports,
            @Reference Reprints reprints,
            @Reference ExceptionReports exceptions,
            @Reference Receipts receipts,
            @Reference Inspection inspection,
            @Reference Vetting vetting,
            @Reference Extensions extensions,
            @Reference ApproverKeys approverKeys,
            @Reference GateView gate,
            @Reference DatabaseNotices notices) {
        this.register = new Register(
                home,
                vaultSetup,
                renewal,
                backups,
                database,
                journal,
                anchors,
                journalSearch,
                catalogue,
                operators,
                codes,
                roleRights,
                checkout,
                training,
                cashDesk,
                vouchers,
                customers,
                reports,
                reprints,
                exceptions,
                receipts,
                inspection,
                vetting,
                extensions,
                approverKeys,
                gate,
                notices,
                new PageOffer(context),
                new IntegratorSide(context));
    }

    @Override
    public int run(Invocation invocation) {
        Console console = new Console(invocation);
        CommandLine line = new CommandLine(new RootCommand(register, console));
        Commands.all(register, console).forEach(line::addSubcommand);
        line.setResourceBundle(console.texts());
        line.setOut(writer(invocation.out()));
        line.setErr(writer(invocation.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setExecutionExceptionHandler((failure, command, parsed) -> answer(failure, console));
        return line.execute(invocation.arguments().toArray(String[]::new));
    }

    private static int answer(Exception failure, Console console) {
        int exitCode = CommandFault.FAULT;
        String sentence;
        if (failure instanceof CommandFault fault) {
            exitCode = fault.exitCode();
            sentence = fault.getMessage();
        } else if (failure instanceof CheckoutRefusal refusal) {
            exitCode = Command.exitCode(refusal);
            sentence = refusal.sentence(console.language());
        } else if (failure instanceof Declined declined) {
            declined.refusals().forEach(refusal -> console.invocation().err().println(refusal.sentence()));
            return CommandFault.REFUSED;
        } else if (failure instanceof StorageFault fault) {
            sentence = console.sentence(fault);
        } else if (failure instanceof HomeFault) {
            sentence = failure.getMessage();
        } else {
            sentence = console.text("fault.unexpected", failure.toString());
        }
        console.invocation().err().println("sekisho: " + sentence);
        return exitCode;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
