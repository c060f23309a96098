package org.sekisho.checkout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** The till of this lane. Safe for many threads; each {@link OpenSale} belongs to one. */
public interface Checkout {

    /**
     * Reads what the first sale would need (items, counters, today's rates), so that it is as quick as the next; returns when a sale
     * could durably close.
     *
     * @throws StorageFault when none could
     */
    void makeReady() throws StorageFault;

    /**
     * Begins a sale.
     *
     * @throws CheckoutRefusal when the operator may not sell
     * @throws StorageFault when the register could not keep a sale now
     */
    OpenSale begin(Operator operator) throws CheckoutRefusal, StorageFault;

    /**
     * Goes on with a suspended sale of any lane of this database: nobody else can recall it any more. Prices are those at which it was
     * rung, tax rates those of the day.
     *
     * @throws CheckoutRefusal when there is none of that id, it has expired, or its money lies in another lane's drawer
     */
    OpenSale recall(Operator operator, String suspendedId) throws CheckoutRefusal, StorageFault;

    /** All sales that are set aside. */
    List<SuspendedSale> suspended() throws StorageFault;

    /**
     * Sets aside what was open on this lane when the register last died.
     *
     * @return those sales: somebody should be told
     */
    List<SuspendedSale> takeUpOpen() throws StorageFault;

    /** A closed sale of this register by its number, as it was closed. */
    Optional<ClosedSale> find(ReceiptNumber number) throws StorageFault;

    /**
     * Opens the drawer without a sale: journalled with its reason first, then kicked.
     *
     * @param approver who stands by, where the operator may not alone
     * @throws CheckoutRefusal when neither may, or there is no reason
     */
    void noSale(Operator operator, Optional<Operator> approver, String reason) throws CheckoutRefusal, StorageFault;

    /**
     * Takes up what closed sales still wait for since the last stop: receipts are printed again, marked as repeats.
     *
     * @return how many sales had open steps
     */
    int resume() throws StorageFault;

    /**
     * Waits until no closed sale waits for anything any more, or what it waits for has failed for now.
     *
     * @return false when time ran out
     */
    boolean awaitAftermath(Duration timeout) throws InterruptedException;

    /** What closed sales wait for because it failed, to be shown to the cashier; it is tried again by itself. */
    List<WaitingStep> waiting();

    /**
     * Orders to this lane's card terminal whose end nobody knows, the oldest first. While there is one no card is charged here and the day
     * does not close; cash is taken.
     */
    List<Payment> openPayments() throws CheckoutRefusal, StorageFault;

    /**
     * Asks the card terminal about each of them, which can take as long as it takes to answer. An approved charge closes its sale, or is
     * given back where that cannot close any more.
     *
     * @return what remains open
     */
    List<Payment> reconcile() throws CheckoutRefusal, StorageFault;

    /**
     * Says what became of one because the terminal cannot be asked any more: by its own slips, or its acquirer's list.
     *
     * @param reference what the slip or the list names the movement of the money; empty when none moved
     * @throws CheckoutRefusal when the operator may not, gives no reason, or it is not open
     */
    void settleByHand(Operator operator, UUID payment, Optional<String> reference, String reason)
            throws CheckoutRefusal, StorageFault;
}
