package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Rights;
import org.sekisho.identity.Role;

/** The till goes by what the shop's roles may do, not by what they come with. */
class RightsOfTheShopTest {

    private static final Operator TRUSTED = new Operator(
            "hanako", Role.CASHIER, rights(Role.CASHIER, Permission.NO_SALE, Permission.DISCOUNT, 3), false, false);

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop();
        shop.till.drawer = () -> {};
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    private static Rights rights(Role role, Permission one, Permission other, int mostOff) {
        Set<Permission> more = EnumSet.copyOf(role.rights().permissions());
        more.add(one);
        more.add(other);
        return new Rights(more, role.rights().approvals(), mostOff, 0);
    }

    private static Operator supervisorWithout(Permission permission) {
        Rights usual = Role.SUPERVISOR.rights();
        Set<Permission> may = EnumSet.copyOf(usual.permissions());
        Set<Permission> approves = EnumSet.copyOf(usual.approvals());
        may.remove(permission);
        approves.remove(permission);
        return new Operator(
                "jiro",
                Role.SUPERVISOR,
                new Rights(may, approves, usual.mostOff(), usual.mostUnreceipted()),
                false,
                false);
    }

    private static void refused(Refusal why, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        CheckoutRefusal.class,
                        refusal -> assertThat(refusal.refusal()).isEqualTo(why));
    }

    @Test
    void aCashierWhoMayOpensTheDrawer() throws Exception {
        refused(Refusal.NEEDS_APPROVAL, () -> shop.till.noSale(Shop.CASHIER, Optional.empty(), "change"));
        shop.till.noSale(TRUSTED, Optional.empty(), "change");
    }

    @Test
    void aSupervisorWhoMayNoLongerNeitherDoesNorApproves() {
        Operator jiro = supervisorWithout(Permission.NO_SALE);
        refused(Refusal.NEEDS_APPROVAL, () -> shop.till.noSale(jiro, Optional.empty(), "change"));
        refused(Refusal.NOT_ALLOWED, () -> shop.till.noSale(Shop.CASHIER, Optional.of(jiro), "change"));
    }

    @Test
    void aLimitIsTheShopsToo() {
        Authority authority = new Authority(TRUSTED, Optional.empty());
        Money whole = Shop.yen(1_000);
        assertThatThrownBy(() -> authority.requireOff(Permission.DISCOUNT, Shop.yen(31), whole))
                .isInstanceOf(CheckoutRefusal.class);
        assertThatCode(() -> authority.requireOff(Permission.DISCOUNT, Shop.yen(30), whole))
                .doesNotThrowAnyException();
    }
}
