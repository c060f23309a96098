package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.customers.Customer;
import org.sekisho.customers.CustomerRefusal;
import org.sekisho.customers.Customers;
import org.sekisho.customers.Personal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code sekisho customers …}. What is personal comes by standard input and goes to standard output, never by arguments: those are seen by
 * every user of the machine and kept in the shell's history.
 */
abstract class CustomersCommand extends Command {

    private static final List<String> FIELDS = List.of("name", "phone", "email", "note");

    @Mixin
    private final Person person = new Person();

    private final Permission permission;

    CustomersCommand(Register register, Console console, Permission permission) {
        super(register, console);
        this.permission = permission;
    }

    @Override
    public Integer call() throws CommandFault, StorageFault, IOException {
        register.open();
        Operator operator = person.mayOnly(permission, register, console);
        try {
            perform(register.customers(), operator);
            console.requireWritten();
            return CommandFault.DONE;
        } catch (CustomerRefusal e) {
            throw new CommandFault(
                    e.reason().isInput() ? CommandFault.USAGE : CommandFault.REFUSED, e.sentence(console.language()));
        }
    }

    abstract void perform(Customers customers, Operator operator)
            throws CommandFault, CustomerRefusal, StorageFault, IOException;

    /** Lines such as {@code phone: 090-1234-5678}, until the input ends. */
    Personal personal() throws CommandFault, IOException {
        Map<String, String> fields = new HashMap<>();
        try (BufferedReader lines = console.input()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    int colon = line.indexOf(':');
                    String field = colon < 0 ? "" : line.substring(0, colon).strip();
                    if (!FIELDS.contains(field) || fields.containsKey(field)) {
                        throw console.fault(CommandFault.USAGE, "customers.bad-line", String.join(", ", FIELDS));
                    }
                    fields.put(field, line.substring(colon + 1).strip());
                }
            }
        }
        return new Personal(
                fields.getOrDefault("name", ""),
                fields.getOrDefault("phone", ""),
                fields.getOrDefault("email", ""),
                fields.getOrDefault("note", ""));
    }

    void show(Customer customer, boolean json) {
        Personal personal = customer.personal();
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty("customer", customer.id());
            object.addProperty("name", personal.name());
            object.addProperty("phone", personal.phone());
            object.addProperty("email", personal.email());
            object.addProperty("note", personal.note());
            object.addProperty("points", customer.points());
            console.out().println(object);
        } else {
            console.say(
                    "customers.one",
                    customer.id(),
                    personal.name(),
                    personal.phone(),
                    personal.email(),
                    personal.note(),
                    Long.toString(customer.points()));
        }
    }

    /** Takes one in, and prints the id. */
    @CommandLine.Command
    static final class Add extends CustomersCommand {

        Add(Register register, Console console) {
            super(register, console, Permission.KEEP_CUSTOMERS);
        }

        @Override
        void perform(Customers customers, Operator operator)
                throws CommandFault, CustomerRefusal, StorageFault, IOException {
            console.out().println(customers.add(operator, personal()).id());
        }
    }

    /** Finds by a line of input: a whole name, phone number or e-mail address. */
    @CommandLine.Command
    static final class Find extends CustomersCommand {

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        Find(Register register, Console console) {
            super(register, console, Permission.KEEP_CUSTOMERS);
        }

        @Override
        void perform(Customers customers, Operator operator)
                throws CommandFault, CustomerRefusal, StorageFault, IOException {
            String text;
            try (BufferedReader lines = console.input()) {
                text = Optional.ofNullable(lines.readLine()).orElse("");
            }
            List<Customer> found = customers.find(operator, text);
            found.forEach(customer -> show(customer, json));
            if (found.isEmpty()) {
                console.note("customers.nobody");
            }
        }
    }

    /** Every id. */
    @CommandLine.Command
    static final class All extends CustomersCommand {

        All(Register register, Console console) {
            super(register, console, Permission.KEEP_CUSTOMERS);
        }

        @Override
        void perform(Customers customers, Operator operator) throws CustomerRefusal, StorageFault {
            customers.list(operator).forEach(console.out()::println);
        }
    }

    /** One by its id; on the record where somebody asked what is known of them. */
    @CommandLine.Command
    static final class Show extends CustomersCommand {

        private final boolean discloses;

        @Parameters(paramLabel = "ID", descriptionKey = "customers.id")
        private String id = "";

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        Show(Register register, Console console, boolean discloses) {
            super(register, console, discloses ? Permission.ERASE_CUSTOMERS : Permission.KEEP_CUSTOMERS);
            this.discloses = discloses;
        }

        @Override
        void perform(Customers customers, Operator operator) throws CustomerRefusal, StorageFault {
            show(discloses ? customers.disclose(operator, id) : customers.show(operator, id), json || discloses);
        }
    }

    /** What is known of one from now on. */
    @CommandLine.Command
    static final class Change extends CustomersCommand {

        @Parameters(paramLabel = "ID", descriptionKey = "customers.id")
        private String id = "";

        Change(Register register, Console console) {
            super(register, console, Permission.KEEP_CUSTOMERS);
        }

        @Override
        void perform(Customers customers, Operator operator)
                throws CommandFault, CustomerRefusal, StorageFault, IOException {
            customers.change(operator, id, personal());
            console.say("customers.changed", id);
        }
    }

    /** Gives points, or takes them in exchange for something. */
    @CommandLine.Command
    static final class Points extends CustomersCommand {

        @Parameters(index = "0", paramLabel = "ID", descriptionKey = "customers.id")
        private String id = "";

        @Parameters(index = "1", paramLabel = "N", descriptionKey = "customers.points")
        private long points;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "customers.reason")
        private String reason = "";

        Points(Register register, Console console) {
            super(register, console, Permission.KEEP_CUSTOMERS);
        }

        @Override
        void perform(Customers customers, Operator operator) throws CustomerRefusal, StorageFault {
            long balance = customers.adjustPoints(operator, id, points, reason);
            console.say("customers.balance", id, Long.toString(balance));
        }
    }

    /** Drops one's key. */
    @CommandLine.Command
    static final class Erase extends CustomersCommand {

        @Parameters(paramLabel = "ID", descriptionKey = "customers.id")
        private String id = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "customers.reason")
        private String reason = "";

        Erase(Register register, Console console) {
            super(register, console, Permission.ERASE_CUSTOMERS);
        }

        @Override
        void perform(Customers customers, Operator operator) throws CustomerRefusal, StorageFault {
            customers.erase(operator, id, reason);
            console.say("customers.erased", id);
        }
    }
}
