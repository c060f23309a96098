package org.sekisho.gate.vouch;

import org.sekisho.gate.trust.AllowlistEntry;

/**
 * A bundle that may run, together with the bytes for which that was decided. Only {@link Vouching} makes one, and only one of
 * these can be installed.
 */
public final class VerifiedBundle {

    private static final String SCHEME = "gate:";

    private final AllowlistEntry entry;
    private final VerifiedJar jar;
    private final String vouchedBy;
    private final boolean belongsToRegister;
    private final boolean startsWhenServing;

    VerifiedBundle(
            AllowlistEntry entry,
            VerifiedJar jar,
            String vouchedBy,
            boolean belongsToRegister,
            boolean startsWhenServing) {
        this.entry = entry;
        this.jar = jar;
        this.vouchedBy = vouchedBy;
        this.belongsToRegister = belongsToRegister;
        this.startsWhenServing = startsWhenServing;
    }

    public AllowlistEntry entry() {
        return entry;
    }

    public VerifiedJar jar() {
        return jar;
    }

    /** {@code assembly demo-grocery}, or the names of the approvers. */
    public String vouchedBy() {
        return vouchedBy;
    }

    /** Whether the register was delivered with it; without one of those it does not start. */
    public boolean belongsToRegister() {
        return belongsToRegister;
    }

    /** Whether it waits until the register serves: a page, say, which no sale may wait for. */
    public boolean startsWhenServing() {
        return startsWhenServing;
    }

    /** Where the framework believes that it comes from. */
    public String location() {
        return SCHEME + entry.sha256();
    }

    @Override
    public String toString() {
        return entry.symbolicName() + " " + entry.version();
    }
}
