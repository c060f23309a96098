package org.sekisho.checkout.sale;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes sale ids: UUIDv7 (RFC 9562, 5.7), 48 bits of Unix milliseconds and 74 random ones, so that ids rise with time. */
public final class SaleId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SaleId() {}

    public static UUID at(Instant time) {
        long high = (time.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
