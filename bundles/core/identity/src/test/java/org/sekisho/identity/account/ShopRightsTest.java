package org.sekisho.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.identity.Operator;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Rights;
import org.sekisho.identity.RightsChange;
import org.sekisho.identity.Role;
import org.sekisho.identity.SignOn;
import org.sekisho.storage.StorageFault;

/** Roles are what the shop makes of them, and somebody always manages. */
class ShopRightsTest {

    private Shop shop;

    @BeforeEach
    void open() throws StorageFault {
        shop = Shop.openWithManagerAndCashier();
    }

    private static RightsChange change(Set<Permission> allow, Set<Permission> deny) {
        return new RightsChange(allow, deny, Set.of(), Set.of(), OptionalInt.empty(), OptionalLong.empty());
    }

    private static RightsChange approvals(Set<Permission> approve, Set<Permission> approveNoMore) {
        return new RightsChange(Set.of(), Set.of(), approve, approveNoMore, OptionalInt.empty(), OptionalLong.empty());
    }

    private static RightsChange limits(int mostOff, long mostUnreceipted) {
        return new RightsChange(
                Set.of(), Set.of(), Set.of(), Set.of(), OptionalInt.of(mostOff), OptionalLong.of(mostUnreceipted));
    }

    private Operator accepted(String name, String password) throws StorageFault {
        return ((SignOn.Accepted) shop.signOn(name, password)).operator();
    }

    private void made(Role role, RightsChange change) throws StorageFault {
        assertThat(shop.rights.change(role, change, "manager")).isEqualTo(new OperatorChange.Made());
    }

    private void refused(String key, Role role, RightsChange change) throws StorageFault {
        Rights before = shop.rights.all().get(role);
        assertThat(shop.rights.change(role, change, "manager"))
                .isInstanceOfSatisfying(
                        OperatorChange.Refused.class,
                        refusal -> assertThat(refusal.sentence().key()).isEqualTo(key));
        assertThat(shop.rights.all().get(role)).isEqualTo(before);
        assertThat(shop.journalledTypes()).doesNotContain("RightsChanged");
    }

    @Test
    void asTheyComeUntilSomebodyChangesThem() throws StorageFault {
        for (Role role : Role.values()) {
            assertThat(shop.rights.all().get(role)).isEqualTo(role.rights());
        }
        assertThat(accepted("hanako", Shop.CASHIERS).rights()).isEqualTo(Role.CASHIER.rights());
    }

    @Test
    void publishedTableIsWhatTheyComeWith() throws IOException {
        StringBuilder table = new StringBuilder();
        for (Permission permission : Permission.values()) {
            table.append("| `").append(permission).append("` |");
            for (Role role : Role.values()) {
                boolean may = role.rights().permissions().contains(permission);
                boolean approves = role.rights().approvals().contains(permission);
                table.append(may && approves ? " may, approves |" : may ? " may |" : approves ? " approves |" : "  |");
            }
            table.append('\n');
        }
        String published = Files.readString(Path.of("../../../docs/roles.md"));
        assertThat(published.replaceAll("(?m)^(\\| `[A-Z_]+` \\|)[^|]+\\|", "$1"))
                .contains(table);
    }

    @Test
    void whoSignsOnHasTheRightsOfTheShopOnEveryLane() throws StorageFault {
        made(Role.CASHIER, change(Set.of(Permission.NO_SALE), Set.of()));
        made(Role.CASHIER, limits(5, 300));

        Operator hanako = accepted("hanako", Shop.CASHIERS);
        assertThat(hanako.may(Permission.NO_SALE)).isTrue();
        assertThat(hanako.mayApprove(Permission.NO_SALE)).isFalse();
        assertThat(hanako.rights().mostOff()).isEqualTo(5);
        assertThat(hanako.rights().mostUnreceipted()).isEqualTo(300);
        Shop lane = shop.another();
        assertThat(((SignOn.Accepted) lane.signOn("hanako", Shop.CASHIERS))
                        .operator()
                        .rights())
                .isEqualTo(hanako.rights());

        made(Role.CASHIER, change(Set.of(), Set.of(Permission.NO_SALE)));
        assertThat(accepted("hanako", Shop.CASHIERS).may(Permission.NO_SALE)).isFalse();
        assertThat(shop.rights.reset(Role.CASHIER, "manager")).isEqualTo(new OperatorChange.Made());
        assertThat(accepted("hanako", Shop.CASHIERS).rights()).isEqualTo(Role.CASHIER.rights());
    }

    @Test
    void journalTellsWhatDiffersFromWhat() throws StorageFault {
        made(
                Role.SUPERVISOR,
                new RightsChange(
                        Set.of(Permission.REPORT_Z),
                        Set.of(Permission.POST_VOID),
                        Set.of(),
                        Set.of(Permission.POST_VOID, Permission.DISCOUNT),
                        OptionalInt.of(20),
                        OptionalLong.empty()));
        assertThat(shop.journalled).hasSize(1);
        assertThat(shop.journalled.get(0).details().toString())
                .isEqualTo("{\"role\":\"supervisor\",\"allowed\":[\"REPORT_Z\"],\"denied\":[\"POST_VOID\"],"
                        + "\"approvesNoMore\":[\"DISCOUNT\",\"POST_VOID\"],\"mostOffBefore\":50,\"mostOff\":20}");
        assertThat(shop.journalled.get(0).operator()).isEqualTo("manager");

        made(Role.SUPERVISOR, change(Set.of(Permission.REPORT_Z), Set.of()));
        assertThat(shop.journalled).as("nothing new").hasSize(1);
    }

    @Test
    void somebodyAlwaysKeepsTheOperators() throws StorageFault {
        refused("rights.nobody-manages", Role.MANAGER, change(Set.of(), Set.of(Permission.KEEP_USERS)));

        // A role that nobody has keeps nobody.
        made(Role.SUPERVISOR, change(Set.of(Permission.KEEP_USERS), Set.of()));
        shop.journalled.clear();
        refused("rights.nobody-manages", Role.MANAGER, change(Set.of(), Set.of(Permission.KEEP_USERS)));

        shop.operators.changeRole("hanako", Role.SUPERVISOR, "manager");
        made(Role.MANAGER, change(Set.of(), Set.of(Permission.KEEP_USERS)));
        assertThat(accepted("manager", Shop.MANAGERS).may(Permission.KEEP_USERS))
                .isFalse();
        assertThat(shop.operators.retire("hanako", "hanako")).isInstanceOf(OperatorChange.Refused.class);
        assertThat(shop.operators.changeRole("hanako", Role.CASHIER, "hanako"))
                .isInstanceOf(OperatorChange.Refused.class);
        assertThat(shop.operators.retire("manager", "hanako")).isEqualTo(new OperatorChange.Made());
        assertThat(shop.rights.reset(Role.SUPERVISOR, "hanako"))
                .as("a reset asks the same")
                .isInstanceOf(OperatorChange.Refused.class);
    }

    @Test
    void whatMakesNoSenseChangesNothing() throws StorageFault {
        refused("rights.both", Role.CASHIER, change(Set.of(Permission.RETURN), Set.of(Permission.RETURN)));
        refused("rights.both", Role.CASHIER, approvals(Set.of(Permission.RETURN), Set.of(Permission.RETURN)));
        refused("rights.never-approved", Role.SUPERVISOR, approvals(Set.of(Permission.KEEP_USERS), Set.of()));
        refused("rights.limit", Role.CASHIER, limits(101, 0));
        refused("rights.limit", Role.CASHIER, limits(-1, 0));
        refused("rights.limit", Role.CASHIER, limits(0, -1));
    }

    @Test
    void everyRightCanBeGivenAndTaken() throws StorageFault {
        for (Permission permission : EnumSet.complementOf(EnumSet.of(Permission.KEEP_USERS))) {
            made(Role.AUDITOR, change(Set.of(permission), Set.of()));
            assertThat(shop.rights.all().get(Role.AUDITOR).permissions()).contains(permission);
            made(Role.MANAGER, change(Set.of(), Set.of(permission)));
            assertThat(shop.rights.all().get(Role.MANAGER).permissions()).doesNotContain(permission);
        }
    }
}
