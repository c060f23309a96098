package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CashDesk;
import org.sekisho.checkout.CashDesk.Counted;
import org.sekisho.checkout.CashDesk.ShiftReport;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho shift open|count|close}. Opening and counting take what lies in the drawer; only closing says what was expected. */
@CommandLine.Command
final class ShiftCommand {

    private ShiftCommand() {}

    /** Something that is counted. */
    @CommandLine.Command
    static final class Count extends Command {

        private final boolean opens;

        @Mixin
        private final Person person = new Person();

        @Option(names = "--amount", paramLabel = "N", descriptionKey = "shift.amount")
        private @Nullable Long amount;

        @Option(names = "--pieces", split = ",", paramLabel = "N=COUNT", descriptionKey = "shift.pieces")
        private Map<Long, Long> pieces = new TreeMap<>();

        Count(Register register, Console console, boolean opens) {
            super(register, console);
            this.opens = opens;
        }

        @Override
        public Integer call() throws CommandFault, StorageFault, HomeFault {
            if (amount == null && pieces.isEmpty()) {
                throw console.fault(CommandFault.USAGE, "shift.amount-missing");
            }
            register.open();
            Operator operator = person.mayOnly(Permission.SELL, register, console);
            CashDesk desk = register.cashDesk();
            try {
                if (opens) {
                    console.say("shift.is-open", desk.open(operator, counted()));
                } else {
                    desk.count(operator, counted());
                    console.say("shift.is-counted");
                }
                return CommandFault.DONE;
            } catch (CheckoutRefusal e) {
                throw new CommandFault(exitCode(e), e.sentence(console.language()));
            } catch (ArithmeticException e) {
                throw console.fault(CommandFault.USAGE, "shift.amount-missing");
            }
        }

        private Counted counted() throws HomeFault {
            long total = 0;
            for (Map.Entry<Long, Long> each : pieces.entrySet()) {
                total = Math.addExact(total, Math.multiplyExact(each.getKey(), each.getValue()));
            }
            Long said = amount;
            return new Counted(
                    Money.of(
                            said == null ? total : said,
                            register.home().settings().currency()),
                    pieces);
        }
    }

    /** The end of a shift. */
    @CommandLine.Command
    static final class Close extends Command {

        @Mixin
        private final Person person = new Person();

        @Mixin
        private final SecondPerson approver = new SecondPerson();

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        Close(Register register, Console console) {
            super(register, console);
        }

        @Override
        public Integer call() throws CommandFault, StorageFault {
            register.open();
            Operator operator = person.mayOnly(Permission.SELL, register, console);
            try {
                ShiftReport report = register.cashDesk().close(operator, approver.signOn(register, console));
                if (json) {
                    console.out().println(json(report));
                } else {
                    show(report);
                }
                return CommandFault.DONE;
            } catch (CheckoutRefusal e) {
                throw new CommandFault(exitCode(e), e.sentence(console.language()));
            }
        }

        private void show(ShiftReport report) {
            console.say("shift.closed", report.number(), report.operator());
            console.say("shift.float", report.opening());
            console.say("shift.sales", report.sales());
            console.say("shift.paid-in", report.paidIn());
            console.say("shift.paid-out", report.paidOut());
            console.say("shift.dropped", report.dropped());
            console.say("shift.expected", report.expected());
            console.say("shift.counted", report.counted());
            console.say("shift.difference", report.difference());
        }

        private static JsonObject json(ShiftReport report) {
            JsonObject object = new JsonObject();
            object.addProperty("shift", report.number());
            object.addProperty("opened", report.operator());
            object.addProperty("float", report.opening().minor());
            object.addProperty("sales", report.sales().minor());
            object.addProperty("paidIn", report.paidIn().minor());
            object.addProperty("paidOut", report.paidOut().minor());
            object.addProperty("dropped", report.dropped().minor());
            object.addProperty("expected", report.expected().minor());
            object.addProperty("counted", report.counted().minor());
            object.addProperty("difference", report.difference().minor());
            return object;
        }
    }
}
