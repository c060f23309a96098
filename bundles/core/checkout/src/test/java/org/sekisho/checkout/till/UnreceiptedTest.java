package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sekisho.checkout.till.Shelf.APPLES;
import static org.sekisho.checkout.till.Shelf.BAG_WITHOUT_TAX;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleJson;
import org.sekisho.checkout.TillReport;

/** Goods that come back without a receipt: at today's price or less, for cash, by the word of whoever may. */
class UnreceiptedTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void goodsComeBackAtTodaysPriceAndTax() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        Line line = back(sale, PEN, "2");
        assertThat(line.quantity()).isEqualTo(Quantity.pieces(-2));
        assertThat(line.amount()).isEqualTo(yen(-330));
        back(sale, APPLES, "0.5");
        back(sale, BAG_WITHOUT_TAX, "1");
        assertThat(sale.totals().due()).isEqualTo(yen(-330 - 299 - 115));
        ClosedSale closed = sale.refundCash(yen(744)).orElseThrow();

        assertThat(closed.kind()).isEqualTo(SaleKind.RETURN);
        assertThat(closed.returns()).isEmpty();
        assertThat(closed.taxes().stream()
                        .map(t -> "%s %d%+d"
                                .formatted(t.code(), t.net().minor(), t.tax().minor()))
                        .toList())
                .containsExactly("standard -405-40", "reduced -277-22");
        assertThat(SaleJson.read(shop.entries("SaleClosed").get(0).payload())).isEqualTo(closed);
        JsonObject entry = shop.entries("ReturnedWithoutReceipt").get(0).payload();
        assertThat(entry.get("quantity").getAsString()).isEqualTo("2");
        assertThat(entry.get("amount").getAsLong()).isEqualTo(330);
        assertThat(entry.get("operator").getAsString()).isEqualTo(SUPERVISOR.name());
        assertThat(entry.has("approver")).isFalse();
    }

    @Test
    void itsTaxIsThatOfTheSameGoodsSold() throws Exception {
        OpenSale sold = shop.begin(CASHIER);
        for (String code : List.of(PEN, ONIGIRI, ONIGIRI, BAG_WITHOUT_TAX)) {
            scan(sold, code);
        }
        ClosedSale out = sold.tenderCash(yen(1000)).orElseThrow();
        OpenSale returned = shop.begin(MANAGER);
        for (String code : List.of(PEN, ONIGIRI, ONIGIRI, BAG_WITHOUT_TAX)) {
            back(returned, code, "1");
        }
        ClosedSale in = returned.end();
        assertThat(in.total()).isEqualTo(out.total().negate());
        assertThat(in.taxes().stream()
                        .map(t -> t.code() + " " + t.tax().negate())
                        .toList())
                .isEqualTo(
                        out.taxes().stream().map(t -> t.code() + " " + t.tax()).toList());
    }

    @Test
    void aLowerPriceIsTakenAndAHigherOneIsNot() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        assertRefused(Refusal.PRICE_OUT_OF_RANGE, () -> sale.giveBack(PEN, Quantity.ONE, Optional.of(yen(166))));
        assertRefused(Refusal.PRICE_OUT_OF_RANGE, () -> sale.giveBack(PEN, Quantity.ONE, Optional.of(yen(-1))));
        assertRefused(Refusal.PIECES_ARE_WHOLE, () -> back(sale, PEN, "0.5"));
        assertRefused(Refusal.QUANTITY_OUT_OF_RANGE, () -> back(sale, PEN, "-1"));
        assertRefused(Refusal.UNKNOWN_CODE, () -> back(sale, "nothing", "1"));
        assertThat(sale.giveBack(PEN, Quantity.ONE, Optional.of(yen(100))).amount())
                .isEqualTo(yen(-100));
        assertRefused(Refusal.REFUND_OUT_OF_RANGE, () -> sale.refundCash(yen(101)));
        assertRefused(Refusal.CARD_REFUND_OUT_OF_RANGE, () -> sale.refundCard(yen(100)));
        sale.end();
        JsonObject entry = shop.entries("ReturnedWithoutReceipt").get(0).payload();
        assertThat(entry.get("price").getAsLong()).isEqualTo(165);
        assertThat(entry.get("unitPrice").getAsLong()).isEqualTo(100);
    }

    @Test
    void beyondTheLimitOfARoleSomebodyOfAHigherOneApproves() throws Exception {
        OpenSale cashiers = shop.begin(CASHIER);
        assertRefused(Refusal.NEEDS_APPROVAL, () -> back(cashiers, PEN, "1"));
        cashiers.standBy(Optional.of(CASHIER));
        assertRefused(Refusal.OWN_APPROVAL, () -> back(cashiers, PEN, "1"));
        cashiers.standBy(Optional.of(SUPERVISOR));
        back(cashiers, PEN, "60");
        assertRefused(Refusal.NOT_ALLOWED, () -> back(cashiers, PEN, "1"));
        cashiers.voidLine(1);
        back(cashiers, PEN, "1");
        cashiers.end();

        OpenSale supervisors = shop.begin(SUPERVISOR);
        assertRefused(Refusal.NEEDS_APPROVAL, () -> back(supervisors, PEN, "61"));
        supervisors.standBy(Optional.of(MANAGER));
        back(supervisors, PEN, "61");
        supervisors.end();
        List<JsonObject> entries = shop.entries("ReturnedWithoutReceipt").stream()
                .map(entry -> entry.payload())
                .toList();
        assertThat(entries.get(0).get("approver").getAsString()).isEqualTo(SUPERVISOR.name());
        assertThat(entries.get(2).get("approver").getAsString()).isEqualTo(MANAGER.name());
    }

    @Test
    void neitherDiscountsNorReceiptsMixIn() throws Exception {
        ReceiptNumber receipt = shop.sell(ONIGIRI).receiptNumber();
        OpenSale sale = shop.begin(MANAGER);
        back(sale, PEN, "1");
        assertRefused(Refusal.RETURNS_APART, () -> sale.giveBack(receipt, 1, Quantity.ONE));
        assertRefused(Refusal.DISCOUNT_OUT_OF_RANGE, () -> sale.discountLine(1, yen(10)));
        scan(sale, ONIGIRI);
        sale.discountBasket(yen(28));
        assertThat(sale.totals().due()).isEqualTo(yen(100 - 165));
        assertThat(sale.end().kind()).isEqualTo(SaleKind.EXCHANGE);
        OpenSale other = shop.begin(MANAGER);
        other.giveBack(receipt, 1, Quantity.ONE);
        assertRefused(Refusal.RETURNS_APART, () -> back(other, PEN, "1"));
    }

    @Test
    void reportsCountThemApart() throws Exception {
        shop.sell(PEN);
        OpenSale sale = shop.begin(SUPERVISOR);
        back(sale, ONIGIRI, "1");
        sale.end();
        TillReport report = shop.reports.x(MANAGER);
        assertThat(report.corrections().unreceipted()).isEqualTo(1);
        assertThat(report.corrections().unreceiptedAmount()).isEqualTo(yen(128));
        assertThat(report.returned()).isZero();
        assertThat(report.tenders().get(TenderType.CASH)).isEqualTo(yen(37));
    }

    @Test
    void aSaleSetAsideKeepsThem() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        back(sale, PEN, "1");
        String id = sale.suspend("later");
        OpenSale again = shop.till.recall(SUPERVISOR, id);
        assertThat(again.end().total()).isEqualTo(yen(-165));
        assertThat(shop.entries("ReturnedWithoutReceipt")).hasSize(1);
    }

    private static Line back(OpenSale sale, String code, String quantity) throws Exception {
        return sale.giveBack(code, Quantity.parse(quantity), Optional.empty());
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        CheckoutRefusal.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
