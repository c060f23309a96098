package org.sekisho.receipts.aftermath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.StepFault;
import org.sekisho.receipts.Sale;
import org.sekisho.receipts.Shop;
import org.sekisho.receipts.compose.ReceiptComposer;

class FollowUpTest {

    private final DeviceFault noPaper = new DeviceFault(Kind.PAPER_OUT, "the printer has no paper");

    private final Lane lane = new Lane();
    private final PrintReceipt print = new PrintReceipt(new ReceiptComposer(Shop.inTokyo(Locale.JAPANESE)), lane);
    private final KickDrawer kick = new KickDrawer(lane, new ToldFacts());

    @Test
    void everySaleGetsItsReceipt() throws Exception {
        ClosedSale sale = paid(TenderType.CARD);
        assertThat(print.concerns(sale)).isTrue();
        assertThat(print.survivesRestart()).isTrue();
        print.perform(sale, false);
        assertThat(lane.printed)
                .singleElement()
                .satisfies(document -> assertThat(document.reference()).isEqualTo("1-000123"));
    }

    @Test
    void faultBeforehandNeedsNoRepeatMark() {
        lane.fault = noPaper.beforehand();
        StepFault fault = catchThrowableOfType(StepFault.class, () -> print.perform(paid(TenderType.CASH), false));
        assertThat(fault.begun()).isFalse();
        assertThat(fault).hasMessage("the printer has no paper");
    }

    @Test
    void faultInMidReceiptMakesTheNextOneARepeat() {
        lane.fault = noPaper;
        assertThat(catchThrowableOfType(StepFault.class, () -> print.perform(paid(TenderType.CASH), false))
                        .begun())
                .isTrue();
    }

    @Test
    void cashOpensTheDrawerAndCardDoesNot() throws Exception {
        assertThat(kick.concerns(paid(TenderType.CARD))).isFalse();
        assertThat(kick.concerns(paid(TenderType.CASH))).isTrue();
        assertThat(kick.survivesRestart()).isFalse();
        kick.perform(paid(TenderType.CASH), false);
        assertThat(lane.kicks).isEqualTo(1);
    }

    @Test
    void withoutADrawerCashSalesGoOnAndOpeningIsRefused() throws Exception {
        lane.drawer = false;
        lane.fault = new DeviceFault(Kind.NOT_SET_UP, "no drawer is set up");
        kick.perform(paid(TenderType.CASH), false);
        assertThat(lane.kicks).isZero();
        assertThat(catchThrowableOfType(StepFault.class, kick::open)).hasMessage("no drawer is set up");
    }

    private static ClosedSale paid(TenderType type) {
        return Sale.inclusive("JPY")
                .line("洗剤", "", "standard", "10", "1", Unit.PIECE, 1080)
                .tax("standard", "10", 982, 98)
                .tender(type, 1080)
                .closed();
    }
}
