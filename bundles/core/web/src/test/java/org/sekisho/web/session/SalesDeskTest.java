package org.sekisho.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;
import org.sekisho.storage.StorageFault;

class SalesDeskTest {

    private static final Operator TANAKA = new Operator("tanaka", Role.CASHIER, false, false);
    private static final Money CASH = Money.of(200, FaultySale.YEN);

    private final FaultySale sale = new FaultySale();
    private final FaultySale next = new FaultySale();
    private final SalesDesk desk = new SalesDesk(new FewSales(sale, next));

    private static void assertRefused(Refusal refusal, ThrowingCallable call) {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private void failAtTender() throws Exception {
        desk.begin(TANAKA);
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> desk.tenderCash(sale.id().toString(), CASH));
    }

    @Test
    void saleThatClosedUnheardIsFoundAndNotRungAgain() throws Exception {
        failAtTender();
        sale.closedUnheard = true;
        assertThat(desk.tenderCash(sale.id().toString(), CASH)).contains(sale.closed());
        assertThat(desk.last()).contains(sale.closed());
        assertThat(desk.closed(sale.id().toString())).contains(sale.closed());
        assertThat(desk.begin(TANAKA)).isSameAs(next);
        assertThat(sale.ends).isEqualTo(1);
    }

    @Test
    void saleThatDidNotCloseStaysOpen() throws Exception {
        failAtTender();
        assertThat(desk.begin(TANAKA)).isSameAs(sale);
        assertThat(desk.last()).isEmpty();
    }

    @Test
    void refusedTenderLeavesNoDoubt() throws Exception {
        desk.begin(TANAKA);
        sale.refuses = true;
        sale.closedUnheard = true;
        assertRefused(Refusal.CASH_OUT_OF_RANGE, () -> desk.tenderCash(sale.id().toString(), CASH));
        assertThat(desk.open()).containsSame(sale);
        assertThat(sale.ends).isZero();
    }

    @Test
    void saleThatIsNotMeantIsLeftAlone() throws Exception {
        assertRefused(Refusal.SALE_IS_OVER, () -> desk.open(sale.id().toString()));
        desk.begin(TANAKA);
        assertRefused(Refusal.SALE_IS_OVER, () -> desk.open(next.id().toString()));
        assertRefused(Refusal.SALE_IS_OVER, () -> desk.tenderCash(next.id().toString(), CASH));
        assertThat(desk.open(sale.id().toString())).isSameAs(sale);
    }

    @Test
    void deskThatIsShutBeginsNothing() throws Exception {
        desk.begin(TANAKA);
        desk.shut("gone");
        assertThat(desk.open()).isEmpty();
        assertRefused(Refusal.SALE_IS_OVER, () -> desk.begin(TANAKA));
    }

    @Test
    void paymentIsUnknownUntilTheTerminalSaidWhatBecameOfIt() throws Exception {
        desk.begin(TANAKA);
        String id = sale.id().toString();
        assertRefused(Refusal.PAYMENT_UNKNOWN, () -> desk.settle(id, open -> refuse(Refusal.PAYMENT_UNKNOWN)));
        assertThat(desk.isPaymentUnknown()).isTrue();
        assertRefused(Refusal.SALE_IS_OVER, () -> desk.settle("another", open -> Optional.empty()));
        assertRefused(Refusal.REFUND_OUT_OF_RANGE, () -> desk.settle(id, open -> refuse(Refusal.REFUND_OUT_OF_RANGE)));
        assertThat(desk.isPaymentUnknown()).isTrue();
        assertRefused(Refusal.CARD_DECLINED, () -> desk.settle(id, open -> refuse(Refusal.CARD_DECLINED)));
        assertThat(desk.isPaymentUnknown()).isFalse();
    }

    private static Optional<ClosedSale> refuse(Refusal refusal) throws CheckoutRefusal {
        throw new CheckoutRefusal(refusal, CASH, "somebody", "something");
    }
}
