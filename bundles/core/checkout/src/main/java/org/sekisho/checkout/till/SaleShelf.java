package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SuspendedSale;
import org.sekisho.checkout.books.OpenSales;
import org.sekisho.checkout.books.PaymentBook;
import org.sekisho.checkout.books.SuspendedSales;
import org.sekisho.checkout.sale.PlainText;
import org.sekisho.checkout.sale.SuspendedId;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * The sales of this lane that are not closed: those being rung, kept so that a crash loses none, and those set aside. What a suspended
 * sale holds stands in the journal, under its hash; whoever deletes its row has it. Safe for many threads.
 */
final class SaleShelf {

    private static final String STOPPED = "the register stopped while it was open";

    private final Database database;
    private final Journal journal;
    private final String lane;
    private final Currency currency;
    private final OpenSales open;
    private final RungJson json;
    /** The open sales of this run: any other was left by a crash. */
    private final Map<UUID, KeptSale> here = new ConcurrentHashMap<>();

    private final Executor soon;

    /** @param soon carries out what no scan waits for */
    SaleShelf(Database database, Journal journal, SaleArchive archive, Currency currency, Executor soon) {
        this.database = database;
        this.soon = soon;
        this.journal = journal;
        this.lane = archive.lane();
        this.currency = currency;
        this.open = new OpenSales(lane);
        this.json = new RungJson(currency, archive);
    }

    /** Where an open sale of this run is kept. */
    KeptSale of(UUID sale) {
        return here.computeIfAbsent(sale, id -> new KeptSale(database, open, soon, id, Map.of()));
    }

    /** Nobody here rings it any more; what becomes of it, its payment decides. */
    void leave(UUID sale) {
        KeptSale kept = here.remove(sale);
        if (kept != null) {
            kept.write();
        }
    }

    /** Writes down what is still to be written. */
    void stop() {
        here.values().forEach(KeptSale::write);
    }

    /** A sale that ends in this transaction is no longer open. */
    void end(Transaction tx, UUID sale) throws SQLException {
        KeptSale kept = here.get(sale);
        if (kept == null) {
            open.remove(tx, sale);
        } else {
            kept.end(tx);
        }
        tx.afterCommit(() -> here.remove(sale));
    }

    /** Sets a sale aside, in the transaction that tells the journal of it. */
    SuspendedId suspend(Transaction tx, RungState state, String operator, LocalDate businessDate, String reason)
            throws SQLException, StorageFault {
        JsonObject details = state.details();
        details.addProperty("reason", PlainText.of(reason));
        details.addProperty("tendered", state.tendered());
        details.addProperty("businessDate", businessDate.toString());
        Entry entry = journal.append(tx, new Fact("SaleSuspended", 1, operator, details));
        SuspendedId id = new SuspendedId(lane, entry.seq());
        SuspendedSales.add(tx, new SuspendedSales.Row(id, state.sale(), operator, businessDate, state.tendered()));
        end(tx, state.sale());
        return id;
    }

    /** Under what id a sale is set aside. */
    Optional<SuspendedId> find(UUID sale) throws StorageFault {
        return database.read(tx -> SuspendedSales.find(tx, sale)).map(SuspendedSales.Row::id);
    }

    List<SuspendedSale> all() throws StorageFault {
        return database.read(SuspendedSales::all).stream().map(this::said).toList();
    }

    private SuspendedSale said(SuspendedSales.Row row) {
        return new SuspendedSale(
                row.id().toString(),
                row.id().lane(),
                row.operator(),
                row.businessDate(),
                Money.of(row.tendered(), currency));
    }

    /** Takes a suspended sale of any lane for this one. */
    RungState recall(String text, String operator, LocalDate today) throws CheckoutRefusal, StorageFault {
        SuspendedId id = SuspendedId.parse(text).orElseThrow(() -> notThere(text));
        SuspendedSales.Row row =
                database.read(tx -> SuspendedSales.find(tx, id)).orElseThrow(() -> notThere(text));
        if (row.tendered() == 0 && row.businessDate().isBefore(today)) {
            throw new CheckoutRefusal(Refusal.SUSPENSION_EXPIRED, id, row.businessDate());
        }
        if (row.tendered() != 0 && !id.lane().equals(lane)) {
            throw new CheckoutRefusal(Refusal.PAID_ON_OTHER_LANE, id, id.lane());
        }
        RungState state = told(id);
        here.put(state.sale(), new KeptSale(database, open, soon, state.sale(), state.parts(operator)));
        boolean taken = false;
        try {
            taken = database.transact(tx -> claim(tx, id, state, operator));
        } finally {
            if (!taken) {
                here.remove(state.sale());
            }
        }
        if (!taken) {
            throw notThere(text);
        }
        return state;
    }

    private boolean claim(Transaction tx, SuspendedId id, RungState state, String operator)
            throws SQLException, StorageFault {
        if (!SuspendedSales.claim(tx, id)) {
            return false;
        }
        JsonObject details = new JsonObject();
        details.addProperty("saleId", state.sale().toString());
        details.addProperty("suspendedId", id.toString());
        journal.append(tx, new Fact("SaleRecalled", 1, operator, details));
        open.write(tx, state.sale(), Map.of(), state.parts(operator));
        return true;
    }

    private static CheckoutRefusal notThere(String id) {
        return new CheckoutRefusal(Refusal.NOT_SUSPENDED, PlainText.of(id));
    }

    private RungState told(SuspendedId id) throws StorageFault {
        Optional<Entry> entry = journal.find(id.lane(), id.seq());
        try {
            if (entry.isPresent() && entry.get().type().equals("SaleSuspended")) {
                return json.read(entry.get().payload());
            }
        } catch (IllegalArgumentException e) {
            throw damaged(id, e);
        }
        throw damaged(id, new IllegalArgumentException("it is not there"));
    }

    private static StorageFault damaged(SuspendedId id, IllegalArgumentException why) {
        return new StorageFault(
                StorageFault.Kind.DAMAGED,
                "The journal's entry " + id.seq() + " of lane " + id.lane() + " should be a suspended sale: "
                        + why.getMessage() + "; run sekisho journal verify.",
                why);
    }

    /** Sets aside what was open when an earlier run ended, so that whoever may sell goes on with it or voids it. */
    List<SuspendedSale> takeUp(LocalDate today) throws StorageFault {
        List<SuspendedSale> left = new ArrayList<>();
        for (Map.Entry<UUID, Map<Integer, String>> sale :
                database.read(open::all).entrySet()) {
            if (!here.containsKey(sale.getKey())) {
                takeUp(sale.getKey(), sale.getValue(), today).ifPresent(left::add);
            }
        }
        return left;
    }

    private Optional<SuspendedSale> takeUp(UUID sale, Map<Integer, String> parts, LocalDate today) throws StorageFault {
        String operator = RungJson.operator(parts);
        RungState state = json.read(parts);
        return database.transact(tx -> {
            if (!open.all(tx).containsKey(sale) || isBeingPaid(tx, sale)) {
                return Optional.empty();
            }
            for (Fact fact : state.happened()) {
                journal.append(tx, fact);
            }
            SuspendedId id = suspend(tx, state, operator, today, STOPPED);
            return Optional.of(
                    new SuspendedSale(id.toString(), lane, operator, today, Money.of(state.tendered(), currency)));
        });
    }

    /** An open payment may still close the sale: it is not rung on before that is known. */
    private boolean isBeingPaid(Transaction tx, UUID sale) throws SQLException {
        return PaymentBook.open(tx, lane).stream()
                .anyMatch(payment -> payment.sale().equals(sale));
    }
}
