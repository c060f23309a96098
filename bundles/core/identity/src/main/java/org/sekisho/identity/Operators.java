package org.sekisho.identity;

import java.util.List;
import org.sekisho.storage.StorageFault;

/** Everyone who may work at this register, by name. Safe for many threads. The caller zeroes the passwords and codes it hands in. */
public interface Operators {

    /** Instead of a one-time code, where none was typed. */
    char[] NO_CODE = {};

    /**
     * Signs somebody on. Unknown user and wrong password answer alike, in like time; every failure is journalled.
     *
     * @param code of the moment, for whoever has {@linkplain OneTimeCodes one}; nobody else's is looked at
     * @throws StorageFault when the database or, where a code is checked, the vault cannot answer
     */
    SignOn signOn(String name, char[] password, char[] code) throws StorageFault;

    /**
     * Compares the password of somebody who is signed on, before they change what they sign on by; asks for no code. Wrong ones count as at
     * sign-on.
     */
    SignOn confirm(String name, char[] password) throws StorageFault;

    /**
     * Makes an operator with a one-time password that only permits changing it.
     *
     * @param by who does it, for the journal
     * @return the one-time password, to be shown once
     */
    PasswordResult addWithOneTimePassword(String name, Role role, String by) throws StorageFault;

    /** Makes an operator with a final password. */
    PasswordResult add(String name, Role role, char[] password, String by) throws StorageFault;

    /** Changes a password; the profile's rules apply. It opens a locked name again. */
    PasswordResult changePassword(String name, char[] password, String by) throws StorageFault;

    /** Takes away the right to sign on; the name stays on its records. The last active one who keeps the operators stays. */
    OperatorChange retire(String name, String by) throws StorageFault;

    /**
     * Gives somebody another role; the last active one who keeps the operators goes on keeping them. Whoever is signed on at the page with the former one is signed off before
     * their next deed.
     */
    OperatorChange changeRole(String name, Role role, String by) throws StorageFault;

    /** What the store's profile asks of a new password, one sentence a rule, to be shown before one is typed. */
    List<Sentence> passwordRules() throws StorageFault;

    /** The name of the profile that store.json names: {@code source-jp}, {@code pci-90day} or {@code nist}. */
    String passwordProfile() throws StorageFault;

    List<Operator> list() throws StorageFault;
}
