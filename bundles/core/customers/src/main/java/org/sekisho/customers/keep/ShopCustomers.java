package org.sekisho.customers.keep;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.customers.Customer;
import org.sekisho.customers.CustomerRefusal;
import org.sekisho.customers.CustomerRefusal.Reason;
import org.sekisho.customers.Customers;
import org.sekisho.customers.Personal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** Customers in the shop's database. What happens to them is journalled by id; a search leaves nothing anywhere. */
@Component
public final class ShopCustomers implements Customers {

    static final String PURPOSE = "customers";
    private static final int MOST = 200;
    private static final long MOST_POINTS = 999_999_999;
    /** Letters and digits that nobody mistakes for another; 8 of these 32 are 40 bits. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Journal journal;
    private final Secrets secrets;
    private @Nullable Keys keys;

    @Activate
    public ShopCustomers(@Reference Database database, @Reference Journal journal, @Reference Secrets secrets) {
        this.database = database;
        this.journal = journal;
        this.secrets = secrets;
    }

    @Override
    public Customer add(Operator operator, Personal personal) throws CustomerRefusal, StorageFault {
        require(operator, Permission.KEEP_CUSTOMERS);
        Personal sound = sound(personal);
        Keys by = keys();
        String id = made();
        byte[] key = Keys.random();
        database.transact(tx -> {
            CustomerBook.add(tx, id, by.wrap(id, key));
            write(tx, by, id, key, sound);
            return journal.append(tx, new Fact("CustomerAdded", 1, operator.name(), of(id)));
        });
        return new Customer(id, sound, 0);
    }

    @Override
    public List<Customer> find(Operator operator, String text) throws CustomerRefusal, StorageFault {
        require(operator, Permission.KEEP_CUSTOMERS);
        Keys by = keys();
        List<String> tags = new BlindIndex(by).tags(text);
        return database.read(tx -> {
            TreeSet<String> ids = new TreeSet<>();
            for (String tag : tags) {
                ids.addAll(CustomerBook.tagged(tx, tag));
            }
            List<Customer> found = new ArrayList<>();
            for (String id : ids) {
                read(tx, by, id).ifPresent(found::add);
            }
            return found;
        });
    }

    @Override
    public Customer show(Operator operator, String id) throws CustomerRefusal, StorageFault {
        require(operator, Permission.KEEP_CUSTOMERS);
        Keys by = keys();
        return database.read(tx -> read(tx, by, id)).orElseThrow(() -> nobody(id));
    }

    @Override
    public List<String> list(Operator operator) throws CustomerRefusal, StorageFault {
        require(operator, Permission.KEEP_CUSTOMERS);
        return database.read(CustomerBook::all);
    }

    @Override
    public void change(Operator operator, String id, Personal personal) throws CustomerRefusal, StorageFault {
        require(operator, Permission.KEEP_CUSTOMERS);
        Personal sound = sound(personal);
        Keys by = keys();
        Optional<Personal> before = database.transact(tx -> {
            Optional<Customer> known = read(tx, by, id);
            Optional<byte[]> wrapped = CustomerBook.wrapped(tx, id);
            if (known.isPresent() && wrapped.isPresent()) {
                write(tx, by, id, by.unwrap(id, wrapped.get()), sound);
                JsonObject details = of(id);
                details.add("fields", changed(known.get().personal(), sound));
                journal.append(tx, new Fact("CustomerChanged", 1, operator.name(), details));
            }
            return known.map(Customer::personal);
        });
        if (before.isEmpty()) {
            throw nobody(id);
        }
    }

    @Override
    public Customer disclose(Operator operator, String id) throws CustomerRefusal, StorageFault {
        require(operator, Permission.ERASE_CUSTOMERS);
        Customer customer = show(operator, id);
        journal.record(new Fact("CustomerDisclosed", 1, operator.name(), of(id)));
        return customer;
    }

    @Override
    public boolean isCustomer(String id) throws StorageFault {
        database.open();
        return database.read(tx -> CustomerBook.points(tx, id)).isPresent();
    }

    @Override
    public long addPoints(Transaction tx, String id, long points) throws SQLException {
        if (points != 0) {
            CustomerBook.addPoints(tx, id, points);
        }
        return CustomerBook.points(tx, id).orElse(0L);
    }

    @Override
    public long adjustPoints(Operator operator, String id, long points, String reason)
            throws CustomerRefusal, StorageFault {
        require(operator, Permission.KEEP_CUSTOMERS);
        requireReason(reason);
        if (points == 0 || points > MOST_POINTS || points < -MOST_POINTS) {
            throw new CustomerRefusal(Reason.POINTS_OUT_OF_RANGE, MOST_POINTS);
        }
        database.open();
        long before = database.transact(tx -> {
                    CustomerBook.addPoints(tx, id, 0); // until this transaction ends nobody else changes them
                    Optional<Long> known = CustomerBook.points(tx, id);
                    if (known.isPresent() && isEnough(known.get(), points)) {
                        JsonObject details = of(id);
                        details.addProperty("points", points);
                        details.addProperty("balance", addPoints(tx, id, points));
                        details.addProperty("reason", reason.strip());
                        journal.append(tx, new Fact("CustomerPointsAdjusted", 1, operator.name(), details));
                    }
                    return known;
                })
                .orElseThrow(() -> nobody(id));
        if (!isEnough(before, points)) {
            throw new CustomerRefusal(Reason.TOO_FEW_POINTS, id, before);
        }
        return before + points;
    }

    @Override
    public void erase(Operator operator, String id, String reason) throws CustomerRefusal, StorageFault {
        require(operator, Permission.ERASE_CUSTOMERS);
        requireReason(reason);
        boolean erased = database.transact(tx -> {
            if (CustomerBook.wrapped(tx, id).isEmpty()) {
                return false;
            }
            CustomerBook.erase(tx, id);
            JsonObject details = of(id);
            details.addProperty("reason", reason.strip());
            journal.append(tx, new Fact("CustomerErased", 1, operator.name(), details));
            return true;
        });
        if (!erased) {
            throw nobody(id);
        }
    }

    /** The root is made with the first customer, sealed by the vault, and opened once a run. */
    private synchronized Keys keys() throws StorageFault {
        Keys open = keys;
        if (open == null) {
            database.open();
            Optional<byte[]> sealed = database.read(CustomerBook::root);
            open = new Keys(sealed.isPresent() ? secrets.open(sealed.get(), PURPOSE) : newRoot());
            keys = open;
        }
        return open;
    }

    private byte[] newRoot() throws StorageFault {
        byte[] root = Keys.random();
        byte[] sealed = secrets.seal(root, PURPOSE);
        // Another lane may have been first.
        Optional<byte[]> other = database.transact(tx -> {
            Optional<byte[]> there = CustomerBook.root(tx);
            if (there.isEmpty()) {
                CustomerBook.root(tx, sealed);
            }
            return there;
        });
        return other.isPresent() ? secrets.open(other.get(), PURPOSE) : root;
    }

    private static void write(Transaction tx, Keys by, String id, byte[] key, Personal personal) throws SQLException {
        Map<String, byte[]> sealed = new TreeMap<>();
        fields(personal).forEach((field, text) -> {
            if (!text.isEmpty()) {
                sealed.put(field, Keys.seal(key, id, field, text));
            }
        });
        CustomerBook.fields(tx, id, sealed, new BlindIndex(by).tags(personal));
    }

    private static Optional<Customer> read(Transaction tx, Keys by, String id) throws SQLException, StorageFault {
        Optional<byte[]> wrapped = CustomerBook.wrapped(tx, id);
        if (wrapped.isEmpty()) {
            return Optional.empty();
        }
        byte[] key = by.unwrap(id, wrapped.get());
        Map<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, byte[]> field : CustomerBook.fields(tx, id).entrySet()) {
            fields.put(field.getKey(), Keys.open(key, id, field.getKey(), field.getValue()));
        }
        return Optional.of(new Customer(
                id,
                new Personal(
                        fields.getOrDefault("name", ""),
                        fields.getOrDefault("phone", ""),
                        fields.getOrDefault("email", ""),
                        fields.getOrDefault("note", "")),
                CustomerBook.points(tx, id).orElse(0L)));
    }

    private static Map<String, String> fields(Personal personal) {
        return new TreeMap<>(Map.of(
                "name",
                personal.name(),
                "phone",
                personal.phone(),
                "email",
                personal.email(),
                "note",
                personal.note()));
    }

    /** Which fields changed, not what they hold. */
    private static JsonArray changed(Personal before, Personal now) {
        JsonArray names = new JsonArray();
        Map<String, String> old = fields(before);
        fields(now).forEach((field, text) -> {
            if (!text.equals(old.get(field))) {
                names.add(field);
            }
        });
        return names;
    }

    private static Personal sound(Personal personal) throws CustomerRefusal {
        for (Map.Entry<String, String> field : fields(personal).entrySet()) {
            if (field.getValue().length() > MOST) {
                throw new CustomerRefusal(Reason.TOO_LONG, field.getKey(), MOST);
            }
            if (field.getValue().codePoints().anyMatch(ShopCustomers::isUnreadable)) {
                throw new CustomerRefusal(Reason.UNREADABLE_FIELD, field.getKey());
            }
        }
        Personal sound = new Personal(
                personal.name().strip(),
                personal.phone().strip(),
                personal.email().strip(),
                personal.note().strip());
        if (BlindIndex.name(sound.name()).isEmpty()
                && BlindIndex.phone(sound.phone()).isEmpty()) {
            throw new CustomerRefusal(Reason.NAME_OR_PHONE_MISSING);
        }
        return sound;
    }

    private static boolean isUnreadable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }

    private static boolean isEnough(long before, long points) {
        return points > 0 || before >= -points;
    }

    private static void requireReason(String reason) throws CustomerRefusal {
        if (reason.isBlank() || reason.length() > MOST) {
            throw new CustomerRefusal(Reason.REASON_MISSING, MOST);
        }
    }

    private static JsonObject of(String id) {
        JsonObject details = new JsonObject();
        details.addProperty("customer", id);
        return details;
    }

    private static String made() {
        StringBuilder id = new StringBuilder("C-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    private static void require(Operator operator, Permission permission) throws CustomerRefusal {
        if (!operator.may(permission)) {
            throw new CustomerRefusal(Reason.NOT_ALLOWED, operator.name());
        }
    }

    private static CustomerRefusal nobody(String id) {
        return new CustomerRefusal(Reason.NO_SUCH_CUSTOMER, id);
    }
}
