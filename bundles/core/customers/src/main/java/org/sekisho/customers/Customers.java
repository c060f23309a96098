package org.sekisho.customers;

import java.sql.SQLException;
import java.util.List;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * The shop's customers. Every personal field is sealed by a key of that customer's own; dropping the key erases them (個人情報保護法 22, 35;
 * GDPR 17). The journal has ids only. Safe for many threads.
 */
public interface Customers {

    /**
     * Takes a customer in.
     *
     * @param personal with a name or a phone number
     * @throws CustomerRefusal when the operator may not, or a field makes no sense
     */
    Customer add(Operator operator, Personal personal) throws CustomerRefusal, StorageFault;

    /**
     * Finds customers by the whole name, phone number or e-mail address, however it is written: width, case, spaces, kana and the
     * country code make no difference.
     */
    List<Customer> find(Operator operator, String text) throws CustomerRefusal, StorageFault;

    /** @throws CustomerRefusal also when there is none of that id, or it was erased */
    Customer show(Operator operator, String id) throws CustomerRefusal, StorageFault;

    /** Ids of all customers, rising. */
    List<String> list(Operator operator) throws CustomerRefusal, StorageFault;

    /** What is known of a customer from now on. */
    void change(Operator operator, String id, Personal personal) throws CustomerRefusal, StorageFault;

    /** The same as {@link #show}, on the record: somebody asked what the shop knows of them. */
    Customer disclose(Operator operator, String id) throws CustomerRefusal, StorageFault;

    /** Whether there is a customer of that id; anybody at a till may ask. */
    boolean isCustomer(String id) throws StorageFault;

    /**
     * Counts what a sale does to a customer's points, in the transaction that closes it and tells the journal of it. It may take more than
     * there are: goods came back whose points are spent.
     *
     * @param points may be negative or zero
     * @return what they have then; 0 of somebody who was erased
     */
    long addPoints(Transaction tx, String id, long points) throws SQLException;

    /**
     * Gives points, or takes them for something that the shop gives in their place; on the record.
     *
     * @param points not zero; at most as many are taken as there are
     * @param reason for people, not empty; nothing personal
     * @return what they have then
     */
    long adjustPoints(Operator operator, String id, long points, String reason) throws CustomerRefusal, StorageFault;

    /**
     * Drops a customer's key and index, in one transaction with the journal's entry. Nothing brings them back; the journal and its chain
     * stay as they are.
     *
     * @param reason for people, not empty; nothing personal
     */
    void erase(Operator operator, String id, String reason) throws CustomerRefusal, StorageFault;
}
