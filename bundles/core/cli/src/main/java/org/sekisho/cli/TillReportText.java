package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.StringJoiner;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.SaleJson;
import org.sekisho.checkout.TillReport;

/** An X or Z report for people and for machines. */
final class TillReportText {

    private TillReportText() {}

    static String text(TillReport report, Console console) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(report.zNumber().map(n -> console.text("report.z", n)).orElse(console.text("report.x")));
        lines.add(console.text(
                "report.head",
                report.store(),
                report.lane(),
                report.businessDate().toString(),
                report.operator(),
                report.time().toString()));
        lines.add(row(console.text("report.sales"), Long.toString(report.sales())));
        lines.add(row(console.text("report.total"), amount(report.total())));
        report.taxes().forEach(tax -> {
            lines.add(row(
                    console.text("report.tax", tax.code().name(), tax.rate().toString()),
                    console.text("report.tax.values", amount(tax.net()), amount(tax.tax()), amount(tax.gross()))));
            tax.components()
                    .forEach(part -> lines.add(
                            "  " + row(console.text("report.tax", part.name(), part.rate()), amount(part.tax()))));
        });
        report.tenders()
                .forEach((type, money) -> lines.add(row(console.text("report.tender." + type.word()), amount(money))));
        lines.add(row(console.text("report.discounts"), amount(report.discounts())));
        lines.add(row(console.text("report.voided-sales"), Long.toString(report.voidedSales())));
        lines.add(row(console.text("report.voided-lines"), Long.toString(report.voidedLines())));
        lines.add(row(console.text("report.no-sales"), Long.toString(report.noSales())));
        lines.add(row(
                console.text("report.returned"),
                console.text("report.returned.values", report.returned(), amount(report.refunded()))));
        lines.add(row(
                console.text("report.post-voids"),
                console.text(
                        "report.returned.values",
                        report.corrections().postVoids(),
                        amount(report.corrections().postVoided()))));
        lines.add(row(
                console.text("report.unreceipted"),
                console.text(
                        "report.returned.values",
                        report.corrections().unreceipted(),
                        amount(report.corrections().unreceiptedAmount()))));
        lines.add(row(
                console.text("report.receipts"),
                report.firstReceipt()
                        .map(first -> first + " … " + report.lastReceipt().orElse(first))
                        .orElse("-")));
        return lines.toString();
    }

    static String json(TillReport report) {
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.addProperty("kind", report.zNumber().isPresent() ? "z" : "x");
        report.zNumber().ifPresent(number -> object.addProperty("zNumber", number));
        object.addProperty("store", report.store());
        object.addProperty("lane", report.lane());
        object.addProperty("operator", report.operator());
        object.addProperty("time", report.time().toString());
        object.addProperty("businessDate", report.businessDate().toString());
        object.addProperty("currency", report.total().currency().getCurrencyCode());
        object.addProperty("sales", report.sales());
        object.addProperty("total", report.total().minor());
        object.add("taxes", SaleJson.taxes(report.taxes()));
        JsonObject tenders = new JsonObject();
        report.tenders().forEach((type, money) -> tenders.addProperty(type.word(), money.minor()));
        object.add("tenders", tenders);
        object.addProperty("discounts", report.discounts().minor());
        object.addProperty("voidedSales", report.voidedSales());
        object.addProperty("voidedLines", report.voidedLines());
        object.addProperty("noSales", report.noSales());
        object.addProperty("returned", report.returned());
        object.addProperty("refunded", report.refunded().minor());
        object.addProperty("postVoids", report.corrections().postVoids());
        object.addProperty("postVoided", report.corrections().postVoided().minor());
        object.addProperty("unreceipted", report.corrections().unreceipted());
        object.addProperty(
                "unreceiptedAmount", report.corrections().unreceiptedAmount().minor());
        report.firstReceipt().ifPresent(number -> object.addProperty("firstReceipt", number));
        report.lastReceipt().ifPresent(number -> object.addProperty("lastReceipt", number));
        return object.toString();
    }

    private static String row(String name, String value) {
        return "  " + name + "  " + value;
    }

    private static String amount(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.JAPAN);
        format.setCurrency(money.currency());
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(java.math.BigDecimal.valueOf(money.minor(), digits));
    }
}
