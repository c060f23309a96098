package org.sekisho.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.LineDiscount;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.ReturnOf;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;

class SaleJsonTest {

    private static final Currency YEN = Currency.getInstance("JPY");

    private static final ClosedSale SALE = new ClosedSale(
            UUID.fromString("019d46e3-6f2e-7c3a-8d11-0123456789ab"),
            new ReceiptNumber("1", 123),
            "S1",
            "1",
            "hanako",
            Instant.parse("2026-04-01T01:23:45Z"),
            LocalDate.of(2026, 4, 1),
            SaleKind.SALE,
            YEN,
            List.of(new Line(
                    2,
                    "4901234567894",
                    "りんご",
                    "Apples",
                    Quantity.parse("1.250"),
                    Unit.KG,
                    yen(598),
                    yen(48),
                    yen(700),
                    TaxCode.REDUCED,
                    TaxRate.ofPercent("8.0"),
                    true,
                    "jiro")),
            List.of(new ReturnOf(2, new ReceiptNumber("1", 77), 5)),
            List.of(new LineDiscount(2, "1 kg: 48 off", yen(48))),
            List.of(new BasketDiscount("5%", yen(35))),
            List.of(new TaxTotal(
                    TaxCode.REDUCED,
                    TaxRate.ofPercent("8"),
                    yen(616),
                    yen(49),
                    yen(665),
                    List.of(new TaxComponent("state", TaxRate.ofPercent("8"), yen(49))))),
            yen(665),
            List.of(new Tender(TenderType.CASH, yen(1000))),
            yen(335),
            yen(0));

    @Test
    void theContractIsKeptToTheLetter() {
        assertThat(SaleJson.contract(SALE).toString())
                .isEqualTo(
                        "{\"schema\":1,\"saleId\":\"019d46e3-6f2e-7c3a-8d11-0123456789ab\",\"receiptNumber\":\"1-000123\","
                                + "\"lane\":\"1\",\"operator\":\"hanako\",\"time\":\"2026-04-01T01:23:45.000Z\","
                                + "\"businessDate\":\"2026-04-01\",\"kind\":\"sale\",\"currency\":\"JPY\","
                                + "\"lines\":[{\"line\":2,\"code\":\"4901234567894\",\"name\":\"りんご\",\"quantity\":\"1.25\","
                                + "\"unit\":\"kg\",\"unitPrice\":598,\"discount\":48,\"amount\":700,\"taxCode\":\"reduced\","
                                + "\"taxRate\":\"8\",\"taxIncluded\":true}],"
                                + "\"discounts\":[{\"reason\":\"5%\",\"amount\":35}],"
                                + "\"taxes\":[{\"taxCode\":\"reduced\",\"rate\":\"8\",\"net\":616,\"tax\":49,\"gross\":665,"
                                + "\"components\":[{\"name\":\"state\",\"rate\":\"8\",\"tax\":49}]}],"
                                + "\"total\":665,\"tenders\":[{\"type\":\"cash\",\"amount\":1000}],\"change\":335,\"cashRounding\":0}");
    }

    @Test
    void whatTheJournalHoldsReadsBackAsTheSameSale() {
        JsonObject payload = SaleJson.record(SALE);
        assertThat(payload.has("operator")).isFalse();
        payload.addProperty("operator", SALE.operator());
        payload.addProperty("store", SALE.store());
        payload.add(
                "rules",
                JsonParser.parseString("[{\"rule\":\"kilo\",\"line\":2,\"reason\":\"1 kg: 48 off\",\"amount\":48}]"));
        assertThat(SaleJson.read(payload)).isEqualTo(SALE);
    }

    @Test
    void anythingElseIsNoSale() {
        for (String name : List.of("saleId", "lines", "total", "currency")) {
            JsonObject payload = SaleJson.record(SALE);
            payload.addProperty("operator", SALE.operator());
            payload.addProperty("store", SALE.store());
            payload.remove(name);
            assertThatIllegalArgumentException().isThrownBy(() -> SaleJson.read(payload));
            payload.addProperty(name, "?");
            assertThatIllegalArgumentException().isThrownBy(() -> SaleJson.read(payload));
        }
    }

    private static Money yen(long minor) {
        return Money.of(minor, YEN);
    }

    @Test
    void openSaleSpeaksTheWordsOfClosedOne() {
        Money due = SALE.total().minus(yen(100));
        SaleTotals totals = new SaleTotals(
                SALE.lines(),
                SALE.discounts(),
                SALE.taxes(),
                SALE.total(),
                SALE.tenders(),
                due,
                List.of(new LineDiscount(1, "3 for 2", yen(5))),
                List.of("no idea"));
        JsonObject open = SaleJson.open(SALE.id(), totals);
        JsonObject closed = SaleJson.contract(SALE);
        for (String name : List.of("saleId", "discounts", "taxes", "total", "tenders")) {
            assertThat(open.get(name)).as(name).isEqualTo(closed.get(name));
        }
        assertThat(open.get("due").getAsLong()).isEqualTo(due.minor());
        assertThat(open.get("tendered").getAsLong()).isEqualTo(100);
        assertThat(open.get("rules").toString()).isEqualTo("[{\"line\":1,\"reason\":\"3 for 2\",\"amount\":5}]");
        assertThat(open.get("leftOut").toString()).isEqualTo("[\"no idea\"]");
        assertThat(open.getAsJsonArray("lines")
                        .get(0)
                        .getAsJsonObject()
                        .get("nameEn")
                        .getAsString())
                .isEqualTo("Apples");
    }
}
