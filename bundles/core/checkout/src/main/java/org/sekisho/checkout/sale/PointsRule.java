package org.sekisho.checkout.sale;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.CustomerPoints;
import org.sekisho.api.model.Line;

/**
 * What goods earn: one point for each full sum of what they cost as their lines say, less what was taken off the basket. A tax that stands
 * on top of prices earns none. What comes back takes its share of the receipt's own points with it, whatever the shop gives by then; all
 * of it takes all, in however many steps.
 */
public final class PointsRule {

    private PointsRule() {}

    /** @param per minor units that earn one point; 0 for none */
    public static long earned(Reckoning so, int per) {
        long cost = 0;
        for (Line line : so.lines()) {
            cost += isSold(line) ? line.amount().minor() : 0;
        }
        for (var discount : so.discounts()) {
            cost -= Math.max(0, discount.amount().minor());
        }
        return per == 0 || cost <= 0 ? 0 : cost / per;
    }

    /**
     * How many of a receipt's points are still earned.
     *
     * @param gone what came back of it: thousandths by line
     */
    public static long left(ClosedSale receipt, Map<Integer, Long> gone) {
        long earned =
                receipt.customers().stream().mapToLong(CustomerPoints::earned).sum();
        long all = 0;
        long here = 0;
        for (Line line : receipt.lines()) {
            if (isSold(line)) {
                all += line.amount().minor();
                here += share(line, gone.getOrDefault(line.number(), 0L));
            }
        }
        return all <= 0
                ? 0
                : BigInteger.valueOf(earned)
                        .multiply(BigInteger.valueOf(here))
                        .divide(BigInteger.valueOf(all))
                        .longValueExact();
    }

    private static long share(Line line, long gone) {
        long bought = line.quantity().thousandths();
        return BigDecimal.valueOf(line.amount().minor())
                .multiply(BigDecimal.valueOf(bought - gone))
                .divide(BigDecimal.valueOf(bought), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static boolean isSold(Line line) {
        return line.quantity().thousandths() > 0;
    }
}
