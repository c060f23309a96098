package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.checkout.SaleJson;
import org.sekisho.checkout.Training;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho ring}: sales from lines of codes on standard input. */
@CommandLine.Command
final class RingCommand extends Command {

    private static final int RECEIPT_COLUMNS = 42;
    private static final Duration LAST_RECEIPT = Duration.ofSeconds(10);

    @Mixin
    private final Person person = new Person();

    @Mixin
    private final SecondPerson approver = new SecondPerson();

    @Option(names = "--json", descriptionKey = "ring.json")
    private boolean json;

    @Option(names = "--training", descriptionKey = "ring.training")
    private boolean training;

    RingCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws Exception {
        register.open();
        Operator operator = person.mayOnly(Permission.SELL, register, console);
        Optional<Operator> standsBy = approver.signOn(register, console);
        if (training) {
            return train(operator, standsBy);
        }
        register.checkout().resume();
        new LeftOpen(register.checkout(), console).tell();
        RingSale sale = new RingSale(RingDesk.till(register, operator), currency(), standsBy);
        int exitCode;
        try {
            exitCode = ring(sale);
        } catch (IOException | StorageFault | HomeFault | RuntimeException e) {
            abandon(sale, e);
            throw e;
        }
        sale.leftOut()
                .forEach(reason -> console.invocation().err().println(console.text("ring.rule-left-out", reason)));
        new OwedReceipts(register.checkout(), console).await(LAST_RECEIPT);
        return exitCode;
    }

    private int train(Operator operator, Optional<Operator> standsBy) throws Exception {
        console.invocation().err().println(console.text("ring.training-on"));
        Training.Session session = register.training().train(operator);
        try {
            return ring(new RingSale(RingDesk.training(session), currency(), standsBy));
        } finally {
            for (String why : session.notPrinted()) {
                console.invocation().err().println(console.text("ring.training-not-printed", why));
            }
            session.end();
        }
    }

    private Currency currency() throws HomeFault {
        return register.home().settings().currency();
    }

    private int ring(RingSale sale) throws IOException, StorageFault, HomeFault {
        int number = 0;
        try (BufferedReader lines = console.input()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Optional<RingLine> read = RingParser.parse(line);
                if (read.isPresent()) {
                    show(sale.apply(read.get()));
                    sale.suspended().ifPresent(this::showSuspended);
                }
            }
            if (sale.isOpen()) {
                return stop(sale, CommandFault.USAGE, console.text("ring.open-at-end"));
            }
            return CommandFault.DONE;
        } catch (RingParser.BadLine e) {
            return stop(sale, CommandFault.USAGE, console.text("ring.bad-line", number, e.sentence(console)));
        } catch (CheckoutRefusal e) {
            return stop(sale, exitCode(e), console.text("ring.bad-line", number, e.sentence(console.language())));
        }
    }

    /** What cards paid must not wait for a sale that nobody goes on with. */
    private static void abandon(RingSale sale, Exception fault) {
        try {
            sale.abandon(String.valueOf(fault.getMessage()));
        } catch (StorageFault | RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    private int stop(RingSale sale, int exitCode, String sentence) throws StorageFault {
        sale.abandon(sentence);
        console.invocation().err().println("sekisho: " + sentence);
        return exitCode;
    }

    private void showSuspended(String id) {
        JsonObject answer = new JsonObject();
        answer.addProperty("suspendedId", id);
        console.out().println(answer);
        console.out().flush();
    }

    private ReceiptMark mark() {
        return training ? ReceiptMark.TRAINING : ReceiptMark.ORIGINAL;
    }

    private void show(Optional<ClosedSale> closed) throws HomeFault {
        if (closed.isEmpty()) {
            return;
        }
        console.out()
                .println(
                        json
                                ? SaleJson.contract(closed.get())
                                : register.receipts()
                                        .plainText(register.receipts().compose(closed.get(), mark()), RECEIPT_COLUMNS));
        console.out().flush();
    }
}
