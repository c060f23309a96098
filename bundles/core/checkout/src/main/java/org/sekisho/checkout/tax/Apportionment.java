package org.sekisho.checkout.tax;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits a whole amount over weights so that the parts sum to it exactly: the largest remainders take what is left. */
public final class Apportionment {

    private Apportionment() {}

    /**
     * The parts, each within one unit of its exact share; equal remainders are served in the order given.
     *
     * @param total not negative
     * @param weights not negative; not all zero unless {@code total} is
     */
    public static long[] split(long total, long... weights) {
        BigInteger sum = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total < 0 || Arrays.stream(weights).anyMatch(w -> w < 0) || (sum.signum() == 0 && total > 0)) {
            throw new IllegalArgumentException("cannot split " + total + " over " + Arrays.toString(weights));
        }
        long[] parts = new long[weights.length];
        if (total == 0) {
            return parts;
        }
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(sum);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed()) // stable: ties keep their order
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
