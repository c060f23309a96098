package org.sekisho.checkout;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.Unit;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** A sale that is being rung. One thread at a time. A refusal changes nothing: the sale stands as before. */
public interface OpenSale {

    /** Made by the register when the sale began; the closed sale keeps it. */
    UUID id();

    /**
     * Adds a line.
     *
     * @param code as scanned or keyed in
     * @param quantity pieces or kilograms, as the item's unit says
     * @param unit what the quantity was said in ({@code 3*}, {@code 1.25kg*}); refused where the item's unit is another. Empty for a
     *     bare scan, which is one piece: an item sold by weight refuses it
     * @param overridePrice a price of one unit that replaces the catalogue's, where the operator may
     */
    Line add(String code, Quantity quantity, Optional<Unit> unit, Optional<Money> overridePrice)
            throws CheckoutRefusal, StorageFault;

    /**
     * Somebody else stands by, signed on, to approve what goes beyond the operator: a discount above their limit, a return. Their name is on
     * the record of what took their word. Nobody approves their own.
     *
     * @param approver empty when they have left again
     */
    void standBy(Optional<Operator> approver);

    /** Whose sale it is; empty for nobody by name. */
    Optional<String> customer();

    /**
     * Says whose sale it is: their points follow from it. Another id takes the place of the one before.
     *
     * @param customer an id, in whatever case; empty for nobody
     * @throws CheckoutRefusal when the shop has no such customer
     */
    void customer(Optional<String> customer) throws CheckoutRefusal, StorageFault;

    /**
     * Goods of a closed sale come back: at their price, discounts and tax, at most as much as has not come back yet.
     *
     * @param receipt of any lane of this database
     * @param line of that receipt
     */
    Line giveBack(ReceiptNumber receipt, int line, Quantity quantity) throws CheckoutRefusal, StorageFault;

    /**
     * Goods come back of which nobody has the receipt; paid back in cash. Not together with goods of a receipt.
     *
     * @param quantity pieces or kilograms, as the item's unit says
     * @param lowerPrice of one unit, at most today's
     * @throws CheckoutRefusal when it takes somebody else's word: always for whoever may not, and beyond each role's limit
     */
    Line giveBack(String code, Quantity quantity, Optional<Money> lowerPrice) throws CheckoutRefusal, StorageFault;

    /**
     * Takes a whole receipt back, which is all that this sale does: its lines and taxes with the other sign, its cash out of the drawer, its
     * cards refunded, its vouchers good again. Called once more after a refund that was declined, it goes on from there.
     *
     * @param receipt of this business day, a sale of which nothing came back yet
     * @param reason for people, not empty
     * @throws CheckoutRefusal also as {@link #refundCard} has them
     */
    ClosedSale postVoid(ReceiptNumber receipt, String reason) throws CheckoutRefusal, StorageFault;

    /** Voids a line; its number is not given out again. */
    void voidLine(int number) throws CheckoutRefusal, StorageFault;

    /** Takes an amount off one line. */
    void discountLine(int number, Money off) throws CheckoutRefusal, StorageFault;

    /** Takes a percentage off one line. */
    void discountLine(int number, BigDecimal percent) throws CheckoutRefusal, StorageFault;

    /** Takes an amount off the whole sale. */
    void discountBasket(Money off) throws CheckoutRefusal, StorageFault;

    /** Takes a percentage off the whole sale. */
    void discountBasket(BigDecimal percent) throws CheckoutRefusal, StorageFault;

    /** Lines, totals and what is still due, as of now. */
    SaleTotals totals();

    /**
     * Takes cash. When what was handed over covers what is due the sale closes: durable when this returns.
     *
     * @return the closed sale; empty while something is still due
     */
    Optional<ClosedSale> tenderCash(Money handedOver) throws CheckoutRefusal, StorageFault;

    /**
     * Pays cash out, where more comes back than goes out. When nothing is owed any more the sale closes.
     *
     * @param paidOut positive
     */
    Optional<ClosedSale> refundCash(Money paidOut) throws CheckoutRefusal, StorageFault;

    /**
     * Charges a card: on record first, then by the terminal, which can take as long as the customer does. When that covers what is due the
     * sale closes.
     *
     * @param amount at most what is due
     * @return the closed sale; empty while something is still due
     * @throws CheckoutRefusal when it was declined, and the sale stands as before; or when nobody knows ({@link Refusal#PAYMENT_UNKNOWN}):
     *     then the sale takes nothing but {@link #reconcile}
     */
    Optional<ClosedSale> tenderCard(Money amount) throws CheckoutRefusal, StorageFault;

    /**
     * Takes a voucher, once. It is spent in the transaction that closes the sale: a sale that is voided leaves it good.
     *
     * @throws CheckoutRefusal when there is none of that code, it has paid, has expired, or is worth more than is due
     */
    Optional<ClosedSale> tenderVoucher(String code) throws CheckoutRefusal, StorageFault;

    /**
     * Pays back to the card that paid the receipt from which goods come back. When nothing is owed any more the sale closes.
     *
     * @param amount positive
     */
    Optional<ClosedSale> refundCard(Money amount) throws CheckoutRefusal, StorageFault;

    /**
     * Asks the card terminal what became of the payment whose answer was lost, and goes on from there; nothing where there is none.
     *
     * @return the sale, where it closed
     * @throws CheckoutRefusal as {@link #tenderCard} has them
     */
    Optional<ClosedSale> reconcile() throws CheckoutRefusal, StorageFault;

    /** Closes a sale with nothing due; what is still owed to the customer is paid out as change. */
    ClosedSale end() throws CheckoutRefusal, StorageFault;

    /**
     * Sets the sale aside until somebody recalls it, on whatever lane; without money in it at most until the business day ends.
     *
     * @return what to recall it by
     */
    String suspend(String reason) throws CheckoutRefusal, StorageFault;

    /** Voids the whole sale; a sale without lines leaves no trace, any other an entry in the journal. */
    void abandon(String reason) throws StorageFault;
}
