package org.sekisho.checkout.exceptions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** So many in so many sales. */
record Rate(long count, long sales) {

    /** Fewer may be chance. */
    private static final long ENOUGH = 3;

    private static final int PEERS = 2;
    private static final BigDecimal FAR = BigDecimal.valueOf(2);

    BigDecimal per100() {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(Math.max(1, sales)), 2, RoundingMode.HALF_UP);
    }

    /** The middle one, or the mean of the two in the middle. */
    static BigDecimal median(List<Rate> rates) {
        if (rates.isEmpty()) {
            return BigDecimal.ZERO.setScale(2);
        }
        List<BigDecimal> sorted = rates.stream().map(Rate::per100).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(FAR, 2, RoundingMode.HALF_UP);
    }

    boolean isFarOff(List<Rate> peers) {
        return count >= ENOUGH
                && peers.size() >= PEERS
                && per100().compareTo(median(peers).multiply(FAR)) > 0;
    }
}
