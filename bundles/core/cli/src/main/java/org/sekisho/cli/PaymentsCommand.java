package org.sekisho.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Payment;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho payments list|reconcile}: card payments whose end nobody knows; the second asks the terminal about each. */
@CommandLine.Command
final class PaymentsCommand extends Command {

    private final boolean asks;

    @Mixin
    private final Person person = new Person();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    PaymentsCommand(Register register, Console console, boolean asks) {
        super(register, console);
        this.asks = asks;
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        register.open();
        person.mayOnly(Permission.SELL, register, console);
        try {
            List<Payment> before = register.checkout().openPayments();
            List<Payment> left = asks ? register.checkout().reconcile() : before;
            show(left);
            if (asks && !json && left.size() < before.size()) {
                console.say("payments.settled", before.size() - left.size());
            }
            return asks && !left.isEmpty() ? CommandFault.REFUSED : CommandFault.DONE;
        } catch (CheckoutRefusal e) {
            throw new CommandFault(exitCode(e), e.sentence(console.language()));
        }
    }

    private void show(List<Payment> open) {
        if (json) {
            JsonArray payments = new JsonArray();
            open.forEach(payment -> payments.add(json(payment)));
            console.out().println(payments);
            return;
        }
        if (open.isEmpty()) {
            console.say("payments.none");
        }
        for (Payment payment : open) {
            console.say(
                    "payments.open",
                    payment.id(),
                    console.text("payments." + word(payment)),
                    payment.amount(),
                    payment.businessDate(),
                    payment.operator());
        }
    }

    private static JsonObject json(Payment payment) {
        JsonObject object = new JsonObject();
        object.addProperty("paymentId", payment.id().toString());
        object.addProperty("saleId", payment.sale().toString());
        object.addProperty("kind", word(payment));
        object.addProperty("amount", payment.amount().minor());
        object.addProperty("state", payment.state().name().toLowerCase(Locale.ROOT));
        object.addProperty("businessDate", payment.businessDate().toString());
        object.addProperty("operator", payment.operator());
        return object;
    }

    private static String word(Payment payment) {
        return payment.kind().name().toLowerCase(Locale.ROOT);
    }
}
