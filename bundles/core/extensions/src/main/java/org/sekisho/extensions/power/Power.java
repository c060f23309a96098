package org.sekisho.extensions.power;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Something that code could do, beyond reckoning with what it was given. Names are stable: allowlists hold them. */
public enum Power {
    FILES,
    NETWORK,
    PROCESS,
    NATIVE,
    REFLECT,
    DEFINE_CODE,
    DESERIALIZE,
    SCRIPT,
    JNDI,
    READ_ENV,
    MODIFY_JVM,
    EXIT,
    THREADS,
    OSGI_ADMIN,
    PAYMENT,
    CUSTOMER_DATA,
    VAULT,
    CASH_DRAWER,
    PRINTER,
    SERIAL,
    CAMERA,
    /** Some of it is no code that could be analysed: it might do anything. */
    UNREADABLE_CODE;

    private static final Set<Power> RED =
            Set.copyOf(EnumSet.of(PROCESS, NATIVE, DEFINE_CODE, SCRIPT, JNDI, OSGI_ADMIN, MODIFY_JVM, UNREADABLE_CODE));
    private static final Set<Power> HIDES_MORE =
            Set.copyOf(EnumSet.of(REFLECT, DESERIALIZE, NATIVE, DEFINE_CODE, SCRIPT, UNREADABLE_CODE));

    /** Empty for a name that is not known here. */
    public static Optional<Power> named(String name) {
        return Arrays.stream(values())
                .filter(power -> power.name().equals(name))
                .findFirst();
    }

    /** Whether two people must approve it. */
    public boolean isRed() {
        return RED.contains(this);
    }

    /** Whether code with these can do what the list does not say. */
    public static boolean mayBeIncomplete(Collection<Power> powers) {
        return powers.stream().anyMatch(HIDES_MORE::contains);
    }
}
