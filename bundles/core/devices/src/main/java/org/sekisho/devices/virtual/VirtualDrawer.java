package org.sekisho.devices.virtual;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.DeviceSettings;

/**
 * A drawer that is only remembered. It shuts by itself, as if somebody had taken the change out: after {@code staysOpenSeconds}, 3 where
 * nothing is set. Safe for many threads.
 */
public final class VirtualDrawer implements CashDrawer {

    private static final int SECONDS = 3;

    private final LongSupplier nanos;
    private Duration staysOpen = Duration.ofSeconds(SECONDS);
    private boolean kicked;
    private long kickedAt;

    public VirtualDrawer() {
        this(System::nanoTime);
    }

    VirtualDrawer(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @throws IllegalArgumentException when something else is set, or no number of seconds from 0 to a day */
    public synchronized VirtualDrawer with(DeviceSettings settings) {
        settings.allow("staysOpenSeconds");
        int seconds = settings.number("staysOpenSeconds", SECONDS);
        if (seconds < 0 || seconds > Duration.ofDays(1).toSeconds()) {
            throw new IllegalArgumentException("staysOpenSeconds is from 0 to 86400, not " + seconds);
        }
        staysOpen = Duration.ofSeconds(seconds);
        return this;
    }

    @Override
    public synchronized void open() {
        kicked = true;
        kickedAt = nanos.getAsLong();
    }

    @Override
    public synchronized State state() {
        kicked = kicked && nanos.getAsLong() - kickedAt < staysOpen.toNanos();
        return kicked ? State.OPEN : State.CLOSED;
    }
}
