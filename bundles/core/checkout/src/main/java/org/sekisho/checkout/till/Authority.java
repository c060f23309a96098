package org.sekisho.checkout.till;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;

/**
 * By whose word the till acts: the operator, and whoever stands by to approve what goes beyond the operator. Nobody approves what they ask
 * for themselves.
 */
record Authority(Operator operator, Optional<Operator> approver) {

    /**
     * @return the approver's name, where it took one
     * @throws CheckoutRefusal when neither may
     */
    Optional<String> require(Permission permission) throws CheckoutRefusal {
        return require(permission, who -> true);
    }

    /** The same for taking something off an amount: each role has its limit, in percent, rounded half-up as discounts are. */
    Optional<String> requireOff(Permission permission, Money off, Money whole) throws CheckoutRefusal {
        return require(permission, who -> off.signum() <= 0 || off.compareTo(most(who, whole)) <= 0);
    }

    /** The same for what is paid back for goods without a receipt: each role has its limit, in minor units. */
    Optional<String> requireUpTo(Permission permission, Money amount) throws CheckoutRefusal {
        return require(permission, who -> amount.minor() <= who.rights().mostUnreceipted());
    }

    private static Money most(Operator who, Money whole) {
        return whole.times(BigDecimal.valueOf(who.rights().mostOff(), 2), RoundingMode.HALF_UP);
    }

    private Optional<String> require(Permission permission, Predicate<Operator> withinLimit) throws CheckoutRefusal {
        if (operator.may(permission) && withinLimit.test(operator)) {
            return Optional.empty();
        }
        if (approver.isEmpty()) {
            throw new CheckoutRefusal(Refusal.NEEDS_APPROVAL, operator.name(), word(permission));
        }
        Operator second = approver.get();
        if (second.name().equals(operator.name())) {
            throw new CheckoutRefusal(Refusal.OWN_APPROVAL, operator.name());
        }
        if (!second.mayApprove(permission) || !withinLimit.test(second)) {
            throw new CheckoutRefusal(Refusal.NOT_ALLOWED, second.name(), word(permission));
        }
        return Optional.of(second.name());
    }

    private static String word(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT);
    }
}
