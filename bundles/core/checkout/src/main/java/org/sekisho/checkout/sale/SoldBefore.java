package org.sekisho.checkout.sale;

import java.util.Map;
import java.util.Optional;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.checkout.tax.TaxScheme;

/**
 * A receipt from which goods come back.
 *
 * @param scheme by which its tax was reckoned; empty where its entry does not say, and the store's of today counts
 * @param gone what came back of it earlier, in other sales: thousandths by line; lines of which nothing did are not in it
 */
public record SoldBefore(ClosedSale receipt, Optional<TaxScheme> scheme, Map<Integer, Long> gone) {

    public SoldBefore {
        gone = Map.copyOf(gone);
    }

    /** A line that sold something. */
    public Optional<Line> line(int number) {
        return receipt.lines().stream()
                .filter(line -> line.number() == number && line.quantity().thousandths() > 0)
                .findFirst();
    }
}
