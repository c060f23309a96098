package org.sekisho.storage.key;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;

/**
 * The data keys of a vault: it seals by the newest, and opens by the one before too until nothing is sealed by that any more. Safe for many
 * threads.
 */
final class Ring implements Sealer {

    /** @param earlier null where there is one key alone */
    private record Keys(Sealer newest, @Nullable Sealer earlier) {}

    private final AtomicLong earlierOpenings = new AtomicLong();
    private final Consumer<Ring> closed;
    private volatile Keys keys;

    /**
     * @param newest closed with this ring
     * @param earlier closed with this ring too
     * @param closed is told when it is closed
     */
    Ring(Sealer newest, @Nullable Sealer earlier, Consumer<Ring> closed) {
        keys = new Keys(newest, earlier);
        this.closed = closed;
    }

    /** Seals by another key from now on; the newest so far becomes the one before. */
    synchronized void renew(Sealer next) {
        if (keys.earlier() != null) {
            throw new IllegalStateException("there are two keys already");
        }
        keys = new Keys(next, keys.newest());
    }

    /** Nothing is sealed by the key before any more. */
    synchronized void forgetEarlier() {
        Sealer earlier = keys.earlier();
        keys = new Keys(keys.newest(), null);
        if (earlier != null) {
            earlier.close();
        }
    }

    @Override
    public byte[] seal(byte[] plain, byte[] context) {
        return keys.newest().seal(plain, context);
    }

    @Override
    public byte[] open(byte[] sealed, byte[] context) throws VaultFault {
        Keys now = keys;
        Sealer earlier = now.earlier();
        if (earlier == null) {
            return now.newest().open(sealed, context);
        }
        try {
            return now.newest().open(sealed, context);
        } catch (VaultFault byTheNewest) {
            byte[] plain = earlier.open(sealed, context);
            earlierOpenings.incrementAndGet();
            return plain;
        }
    }

    /** How many records the key before has opened. */
    long earlierOpenings() {
        return earlierOpenings.get();
    }

    @Override
    public synchronized void close() {
        closed.accept(this);
        keys.newest().close();
        forgetEarlier();
    }

    @Override
    public String toString() {
        return "Ring";
    }
}
