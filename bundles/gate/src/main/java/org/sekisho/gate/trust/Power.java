package org.sekisho.gate.trust;

/** What an entry of the allowlist may grant. The names are vetting's: a list that grants another one was not written for this gate. */
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
    UNREADABLE_CODE;

    /** Whether two people must have let it in. */
    public boolean isRed() {
        return switch (this) {
            case PROCESS, NATIVE, DEFINE_CODE, SCRIPT, JNDI, OSGI_ADMIN, MODIFY_JVM, UNREADABLE_CODE -> true;
            default -> false;
        };
    }

    static boolean isKnown(String name) {
        for (Power power : values()) {
            if (power.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
