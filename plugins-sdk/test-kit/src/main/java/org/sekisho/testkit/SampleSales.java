package org.sekisho.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.api.checkout.SaleView;

/** Sales that every price rule must get along with. */
public final class SampleSales {

    private SampleSales() {}

    /** By what is special about each. */
    public static Map<String, SaleView> all() {
        Map<String, SaleView> sales = new LinkedHashMap<>();
        sales.put("nothing rung yet", SampleSale.yen().view());
        sales.put("one line", SampleSale.yen().pieces(1, "4901234567894", 128).view());
        sales.put(
                "two rates",
                SampleSale.yen()
                        .pieces(2, "4901234060142", 98)
                        .standardRate(1, "4901234130036", 1298)
                        .standardRate(1, "902", 5)
                        .view());
        sales.put("weighed", SampleSale.yen().weighed("0.342", "203", 2380).view());
        sales.put(
                "after a void",
                SampleSale.yen().voided().pieces(1, "4901234060012", 218).view());
        sales.put(
                "given away by the cashier",
                SampleSale.yen().discounted(3, "4901234567894", 128, 384).view());
        sales.put("cheap", SampleSale.yen().pieces(9, "902", 1).view());
        sales.put(
                "brought back",
                SampleSale.yen().pieces(-3, "4901234567894", 128).view());
        sales.put(
                "in euro", SampleSale.in("EUR").pieces(3, "4006381333931", 249).view());
        sales.put(
                "after midnight",
                SampleSale.yen()
                        .at("2027-01-01T00:00")
                        .pieces(6, "4901234130036", 216)
                        .view());
        sales.put("many lines", manyLines());
        return sales;
    }

    /** Three hundred lines of a hundred items. */
    public static SaleView manyLines() {
        SampleSale sale = SampleSale.yen();
        for (int line = 0; line < 300; line++) {
            sale.pieces(1 + line % 4, "49012340%05d".formatted(line % 100), 98 + line % 7 * 10);
        }
        return sale.view();
    }
}
