package org.sekisho.customers;

import java.util.List;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

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

    /**
     * Drops a customer's key and index, in one transaction with the journal's entry. Nothing brings them back; the journal and its chain
     * stay as they are.
     *
     * @param reason for people, not empty; nothing personal
     */
    void erase(Operator operator, String id, String reason) throws CustomerRefusal, StorageFault;
}
