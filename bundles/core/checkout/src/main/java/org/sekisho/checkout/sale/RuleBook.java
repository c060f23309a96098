package org.sekisho.checkout.sale;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;

/**
 * The price rules of one sale: asks each, cuts what it proposes to what is left of the line, and leaves out for the rest of
 * the sale any that throws or proposes nonsense. Belongs to the sale's thread.
 */
public final class RuleBook {

    private final Supplier<List<PriceRule>> rules;
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    /** @param rules those there are at the moment */
    public RuleBook(Supplier<List<PriceRule>> rules) {
        this.rules = rules;
    }

    /** The rules left out of this sale so far, and why. */
    public Map<String, String> leftOut() {
        return Collections.unmodifiableMap(leftOut);
    }

    /** The rules there are at the moment. */
    public List<PriceRule> current() {
        return List.copyOf(rules.get());
    }

    List<AppliedRule> apply(SaleView sale) {
        Map<Integer, Money> left = new HashMap<>();
        sale.lines().forEach(line -> left.put(line.number(), line.amount()));
        List<AppliedRule> applied = new ArrayList<>();
        for (Asked asked : inOrder()) {
            for (Adjustment proposal : proposals(asked, sale)) {
                Money rest = left.get(proposal.line());
                Money off = proposal.off().compareTo(rest) > 0 ? rest : proposal.off();
                if (off.signum() > 0) {
                    left.put(proposal.line(), rest.minus(off));
                    applied.add(new AppliedRule(asked.name, proposal.line(), PlainText.of(proposal.reason()), off));
                }
            }
        }
        return applied;
    }

    private List<Asked> inOrder() {
        List<Asked> asked = new ArrayList<>();
        for (PriceRule rule : rules.get()) {
            try {
                asked.add(new Asked(rule, rule.order(), PlainText.of(rule.name())));
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                leaveOut(rule.getClass().getName(), e);
            }
        }
        asked.removeIf(rule -> leftOut.containsKey(rule.name));
        asked.sort(Comparator.comparingInt(Asked::order).thenComparing(Asked::name));
        return asked;
    }

    private List<Adjustment> proposals(Asked asked, SaleView sale) {
        try {
            List<Adjustment> proposals = List.copyOf(asked.rule.propose(sale));
            for (Adjustment proposal : proposals) {
                check(proposal, sale);
            }
            return proposals;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            leaveOut(asked.name, e);
            return List.of();
        }
    }

    private static void check(Adjustment proposal, SaleView sale) {
        if (sale.lines().stream().mapToInt(Line::number).noneMatch(number -> number == proposal.line())) {
            throw new IllegalArgumentException("there is no line " + proposal.line());
        }
        if (!proposal.off().currency().equals(sale.currency()) || proposal.off().signum() < 0) {
            throw new IllegalArgumentException("takes off " + proposal.off());
        }
        if (proposal.reason().isBlank()) {
            throw new IllegalArgumentException("gives no reason");
        }
    }

    private void leaveOut(String rule, Throwable why) {
        leftOut.putIfAbsent(rule, PlainText.of(why.getClass().getSimpleName() + ": " + why.getMessage()));
    }

    private record Asked(PriceRule rule, int order, String name) {}
}
