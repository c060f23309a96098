package org.sekisho.identity;

import java.util.Set;
import org.sekisho.storage.StorageFault;

/**
 * The second factor of whoever wants one: a code that an app on their phone shows, beside the password at every sign-on. Safe for many
 * threads. The caller zeroes codes and what it is shown of a secret.
 */
public interface OneTimeCodes {

    /** Whether this register has a plugin that makes and checks codes. */
    boolean areThere();

    /**
     * Makes a new secret for somebody who has just signed on. Nothing holds before it is confirmed.
     *
     * @throws StorageFault when store.json cannot be read
     * @throws IllegalStateException where {@link #areThere()} is false
     */
    Enrolment begin(String name) throws StorageFault;

    /**
     * From now on they sign on by their password alone.
     *
     * @param by who does it, for the journal: themselves, or a manager where the phone is lost
     */
    OperatorChange remove(String name, String by) throws StorageFault;

    /** Who has one; it counts whether or not the plugin is there. */
    Set<String> holders() throws StorageFault;

    /** One new secret, on its way to a phone; closing it forgets the secret. For one thread. */
    interface Enrolment extends AutoCloseable {

        /** The secret as it is typed into an app. */
        char[] typed();

        /** The secret as an app scans or opens it: {@code otpauth://…}. */
        char[] uri();

        /** Takes the secret in the place of a former one, where the code shows that the phone has it; that code is used up. */
        OperatorChange confirm(char[] code) throws StorageFault;

        @Override
        void close();
    }
}
