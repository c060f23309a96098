package org.sekisho.testkit;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;

/** One minor unit off every line of three, right but for one thing, each with its test as its author would have written it. */
final class Rules {

    private Rules() {}

    /** Is its own rule; each kind changes one thing. */
    abstract static class TestedRule implements PriceRuleContract, PriceRule {

        @Override
        public SaleView firing() {
            return SampleSale.yen()
                    .pieces(3, "4901234050044", 160)
                    .pieces(1, "902", 5)
                    .view();
        }

        @Override
        public String name() {
            return "three-for-less";
        }

        @Override
        public List<Adjustment> propose(SaleView sale) {
            List<Adjustment> proposals = new ArrayList<>();
            for (Line line : sale.lines()) {
                if (line.quantity().thousandths() == 3000 && line.amount().signum() > 0) {
                    proposals.add(proposal(sale, line));
                }
            }
            return proposals;
        }

        Adjustment proposal(SaleView sale, Line line) {
            return new Adjustment(line.number(), "3個で値引 / 3 for less", Money.of(1, sale.currency()));
        }
    }

    static final class Right extends TestedRule {
        @Override
        public PriceRule rule() {
            return new Right();
        }
    }

    static final class NeverFires extends TestedRule {
        @Override
        public PriceRule rule() {
            return new NeverFires();
        }

        @Override
        public List<Adjustment> propose(SaleView sale) {
            return List.of();
        }
    }

    static final class WhoAmI extends TestedRule {

        private final String name = UUID.randomUUID().toString();

        @Override
        public PriceRule rule() {
            return new WhoAmI();
        }

        @Override
        public String name() {
            return name;
        }
    }

    static final class CountsItsCustomers extends TestedRule {

        private final AtomicInteger customers = new AtomicInteger();

        @Override
        public PriceRule rule() {
            return new CountsItsCustomers();
        }

        @Override
        public List<Adjustment> propose(SaleView sale) {
            return customers.incrementAndGet() > 10 ? List.of() : super.propose(sale);
        }
    }

    static final class CountsLinesFromZero extends TestedRule {
        @Override
        public PriceRule rule() {
            return new CountsLinesFromZero();
        }

        @Override
        Adjustment proposal(SaleView sale, Line line) {
            Adjustment right = super.proposal(sale, line);
            return new Adjustment(sale.lines().indexOf(line), right.reason(), right.off());
        }
    }

    static final class AlwaysYen extends TestedRule {
        @Override
        public PriceRule rule() {
            return new AlwaysYen();
        }

        @Override
        Adjustment proposal(SaleView sale, Line line) {
            Adjustment right = super.proposal(sale, line);
            return new Adjustment(right.line(), right.reason(), Money.of(1, Currency.getInstance("JPY")));
        }
    }

    static final class MakesItDearer extends TestedRule {
        @Override
        public PriceRule rule() {
            return new MakesItDearer();
        }

        /** Together they come to nothing, so that only the sign is wrong. */
        @Override
        public List<Adjustment> propose(SaleView sale) {
            List<Adjustment> both = new ArrayList<>(super.propose(sale));
            super.propose(sale)
                    .forEach(right -> both.add(new Adjustment(
                            right.line(), right.reason(), right.off().negate())));
            return both;
        }
    }

    static final class GivesMoreThanThereIs extends TestedRule {
        @Override
        public PriceRule rule() {
            return new GivesMoreThanThereIs();
        }

        @Override
        Adjustment proposal(SaleView sale, Line line) {
            Adjustment right = super.proposal(sale, line);
            return new Adjustment(right.line(), right.reason(), line.amount().plus(Money.of(1, sale.currency())));
        }
    }

    static final class GivesNoReason extends TestedRule {
        @Override
        public PriceRule rule() {
            return new GivesNoReason();
        }

        @Override
        Adjustment proposal(SaleView sale, Line line) {
            return new Adjustment(line.number(), " ", Money.of(1, sale.currency()));
        }
    }

    static final class TellsAStory extends TestedRule {
        @Override
        public PriceRule rule() {
            return new TellsAStory();
        }

        @Override
        Adjustment proposal(SaleView sale, Line line) {
            return new Adjustment(line.number(), "三つ買うと安い理由は".repeat(3), Money.of(1, sale.currency()));
        }
    }

    static final class ThinksForLong extends TestedRule {
        @Override
        public PriceRule rule() {
            return new ThinksForLong();
        }

        @Override
        public List<Adjustment> propose(SaleView sale) {
            if (sale.lines().size() > 100) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(80));
            }
            return super.propose(sale);
        }
    }
}
