package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.device.DisplayWidth;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;

/** What every price rule keeps; a plugin's test implements this and adds its own figures. */
public interface PriceRuleContract {

    /** A rule, new each time. */
    PriceRule rule();

    /** A sale for which the rule proposes something. */
    SaleView firing();

    @Test
    default void firesWhereItsAuthorSays() {
        assertThat(rule().propose(firing())).isNotEmpty();
    }

    @Test
    default void nameIsPlainAndStable() {
        assertThat(rule().name()).matches("[a-z0-9][a-z0-9.-]{0,63}").isEqualTo(rule().name());
    }

    /** The register asks again after every change, and other sales in between. */
    @Test
    default void sameSaleGetsTheSameProposalsWhateverWasAskedBefore() {
        Map<String, List<Adjustment>> fresh = new LinkedHashMap<>();
        sales().forEach((what, sale) -> fresh.put(what, rule().propose(sale)));
        PriceRule used = rule();
        for (int round = 0; round < 2; round++) {
            sales().forEach((what, sale) ->
                    assertThat(used.propose(sale)).as(what).isEqualTo(fresh.get(what)));
        }
    }

    @Test
    default void everyProposalIsForALineOfTheSale() {
        forEachProposal((sale, proposal) -> assertThat(sale.lines())
                .as(proposal.toString())
                .extracting(Line::number)
                .contains(proposal.line()));
    }

    @Test
    default void everyProposalTakesOffInTheSalesOwnCurrency() {
        forEachProposal((sale, proposal) -> {
            assertThat(proposal.off().currency()).isEqualTo(sale.currency());
            assertThat(proposal.off().signum()).as(proposal.toString()).isPositive();
        });
    }

    /** The register would cut it; then the receipt's reason would promise more than the customer got. */
    @Test
    default void noLineIsPromisedMoreThanItHolds() {
        sales().forEach((what, sale) -> {
            List<Adjustment> proposals = rule().propose(sale);
            for (Line line : sale.lines()) {
                long off = proposals.stream()
                        .filter(proposal -> proposal.line() == line.number())
                        .map(Adjustment::off)
                        .mapToLong(Money::minor)
                        .sum();
                assertThat(off)
                        .as("%s, line %d", what, line.number())
                        .isBetween(0L, Math.max(0, line.amount().minor()));
            }
        });
    }

    /** It stands on the receipt before its amount: one line, no wider than 34 cells, of which a kanji takes two. */
    @Test
    default void everyProposalSaysWhyInOneShortLine() {
        forEachProposal((sale, proposal) -> {
            assertThat(proposal.reason()).isNotBlank();
            assertThat(proposal.reason().codePoints()).noneMatch(Character::isISOControl);
            assertThat(DisplayWidth.of(proposal.reason())).as(proposal.reason()).isLessThanOrEqualTo(34);
        });
    }

    /** It is called on the checkout's thread while a customer waits: the best of five must stay under 50 ms. */
    @Test
    default void threeHundredLinesTakeNoTime() {
        PriceRule rule = rule();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            rule.propose(SampleSales.manyLines());
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(50));
    }

    private Map<String, SaleView> sales() {
        Map<String, SaleView> sales = new LinkedHashMap<>(SampleSales.all());
        sales.putAll(Variations.of(firing()));
        return sales;
    }

    private void forEachProposal(BiConsumer<SaleView, Adjustment> check) {
        sales().values().forEach(sale -> rule().propose(sale).forEach(proposal -> check.accept(sale, proposal)));
    }
}
