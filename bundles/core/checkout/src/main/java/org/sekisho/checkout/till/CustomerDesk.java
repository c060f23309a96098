package org.sekisho.checkout.till;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.CustomerPoints;
import org.sekisho.checkout.sale.PointsRule;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.ReturnedLine;
import org.sekisho.checkout.sale.SoldBefore;
import org.sekisho.customers.Customers;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * The customers of a sale, and their points.
 *
 * @param customers nobody where that bundle is not there: sales go on without
 * @param per minor units that earn one point; 0 for none
 */
record CustomerDesk(Supplier<@Nullable Customers> customers, int per) {

    boolean isCustomer(String id) throws StorageFault {
        Customers known = customers.get();
        return known != null && known.isCustomer(id);
    }

    /** What a sale earns its customer, and what goes with the goods that come back, without anybody's balance. */
    List<CustomerPoints> of(Optional<String> customer, Reckoning reckoned, List<ReturnedLine> returns) {
        Map<String, CustomerPoints> points = new LinkedHashMap<>();
        customer.ifPresent(id -> points.put(id, new CustomerPoints(id, PointsRule.earned(reckoned, per), 0, 0)));
        Map<SoldBefore, List<ReturnedLine>> receipts = returns.stream()
                .collect(Collectors.groupingBy(ReturnedLine::sold, LinkedHashMap::new, Collectors.toList()));
        receipts.forEach((sold, lines) -> owner(sold.receipt()).ifPresent(id -> {
            CustomerPoints before = points.getOrDefault(id, new CustomerPoints(id, 0, 0, 0));
            points.put(id, new CustomerPoints(id, before.earned(), before.takenBack() + takenBack(sold, lines), 0));
        }));
        return List.copyOf(points.values());
    }

    private static Optional<String> owner(ClosedSale receipt) {
        return receipt.customers().stream()
                .filter(points -> points.earned() > 0)
                .map(CustomerPoints::customer)
                .findFirst();
    }

    private static long takenBack(SoldBefore sold, List<ReturnedLine> lines) {
        Map<Integer, Long> gone = new HashMap<>(sold.gone());
        for (ReturnedLine line : lines) {
            gone.merge(line.original().number(), line.quantity().thousandths(), Long::sum);
        }
        return PointsRule.left(sold.receipt(), sold.gone()) - PointsRule.left(sold.receipt(), gone);
    }

    /** Writes them down in the sale's own transaction; the same with balances. In one order always, so that no two lanes wait for each other. */
    List<CustomerPoints> credit(Transaction tx, List<CustomerPoints> points) throws SQLException {
        Customers known = customers.get();
        if (known == null) {
            return points;
        }
        Map<String, Long> balances = new TreeMap<>();
        points.forEach(one -> balances.put(one.customer(), one.earned() - one.takenBack()));
        for (Map.Entry<String, Long> one : balances.entrySet()) {
            if (per > 0 || one.getValue() != 0) {
                one.setValue(known.addPoints(tx, one.getKey(), one.getValue()));
            }
        }
        List<CustomerPoints> credited = new ArrayList<>();
        for (CustomerPoints one : points) {
            credited.add(new CustomerPoints(
                    one.customer(), one.earned(), one.takenBack(), balances.getOrDefault(one.customer(), 0L)));
        }
        return credited;
    }
}
