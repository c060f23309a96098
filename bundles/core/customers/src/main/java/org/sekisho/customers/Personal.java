package org.sekisho.customers;

/**
 * What the shop knows of a person. Fields that are not known are empty.
 *
 * @param note for people
 */
public record Personal(String name, String phone, String email, String note) {

    /** Of no text: it may come from a log. */
    @Override
    public String toString() {
        return "Personal";
    }
}
