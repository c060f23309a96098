package org.sekisho.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.identity.Operator;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Role;
import org.sekisho.identity.Sentence;
import org.sekisho.identity.SignOn;
import org.sekisho.storage.StorageFault;

class OperatorAccountsTest {

    private static final String ANOTHER = "Jm3?xVf6=cGy";

    private final Shop shop;

    OperatorAccountsTest() throws StorageFault {
        shop = Shop.openWithManagerAndCashier();
    }

    @Test
    void oneTimePasswordOnlyPermitsChangingIt() throws StorageFault {
        String oneTime = oneTimePassword("taro");
        Operator taro = accepted("taro", oneTime);

        assertThat(taro.mustChangePassword()).isTrue();
        assertThat(taro.may(Permission.SELL)).isFalse();

        shop.change("taro", ANOTHER);

        assertThat(shop.signOn("taro", oneTime)).isInstanceOf(SignOn.Refused.class);
        assertThat(accepted("taro", ANOTHER).may(Permission.SELL)).isTrue();
        assertThat(shop.journalledTypes())
                .containsExactly("OperatorAdded", "SignedOn", "PasswordChanged", "SignInFailed", "SignedOn");
    }

    @Test
    void oneTimePasswordsAreLongAndNeverTheSame() throws StorageFault {
        String first = oneTimePassword("taro");

        assertThat(first).matches("[2-9a-z]{6}-[2-9a-z]{6}-[2-9a-z]{6}").doesNotContain("l", "o", "i");
        assertThat(oneTimePassword("jiro")).isNotEqualTo(first);
        assertThat(new PasswordResult.OneTime(first).toString()).doesNotContain(first);
    }

    @Test
    void weakPasswordIsRefusedAndNothingChanges() throws StorageFault {
        PasswordResult result = shop.change("hanako", "short");

        assertThat(keys(result)).contains("password.length", "password.digit", "password.symbol", "password.upper");
        assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Accepted.class);
        assertThat(keys(shop.add("taro", Role.CASHIER, "short"))).contains("password.length");
        assertThat(shop.operators.list()).extracting(Operator::name).containsExactly("hanako", "manager");
    }

    @Test
    void passwordWithTheOperatorsOrTheStoresNameIsRefused() throws StorageFault {
        assertThat(keys(shop.change("hanako", "Kx7!Hanak0#v"))).containsExactly("password.word", "password.name");
        assertThat(keys(shop.change("hanako", "Kx7!Marufuku#v"))).containsExactly("password.name");
    }

    @Test
    void formerPasswordIsRefused() throws StorageFault {
        assertThat(keys(shop.change("hanako", Shop.CASHIERS))).containsExactly("password.history");
        shop.change("hanako", ANOTHER);
        assertThat(keys(shop.change("hanako", Shop.CASHIERS))).containsExactly("password.history");
    }

    @Test
    void pciAsksForTheLastFourOnly() throws StorageFault {
        Shop pci = new Shop("pci-90day");
        pci.add("hanako", Role.CASHIER, Shop.CASHIERS);
        for (int i = 1; i <= 3; i++) {
            assertThat(pci.change("hanako", ANOTHER + i)).isInstanceOf(PasswordResult.Set.class);
        }
        assertThat(keys(pci.change("hanako", Shop.CASHIERS))).containsExactly("password.history");

        pci.change("hanako", ANOTHER + 4);

        assertThat(pci.change("hanako", Shop.CASHIERS)).isInstanceOf(PasswordResult.Set.class);
    }

    @Test
    void lastActiveManagerCannotBeRetired() throws StorageFault {
        assertThat(shop.operators.retire("manager", "manager"))
                .isEqualTo(new OperatorChange.Refused(new Sentence("operator.last-manager", "manager")));

        shop.add("boss", Role.MANAGER, ANOTHER);

        assertThat(shop.operators.retire("manager", "boss")).isEqualTo(new OperatorChange.Made());
        assertThat(shop.operators.retire("boss", "boss")).isInstanceOf(OperatorChange.Refused.class);
        assertThat(shop.signOn("manager", Shop.MANAGERS)).isInstanceOf(SignOn.Refused.class);
    }

    @Test
    void roleIsChangedAndJournalledButTheLastManagerStaysOne() throws StorageFault {
        assertThat(shop.operators.changeRole("Hanako", Role.SUPERVISOR, "manager"))
                .isEqualTo(new OperatorChange.Made());
        assertThat(accepted("hanako", Shop.CASHIERS).role()).isEqualTo(Role.SUPERVISOR);
        assertThat(shop.journalled.get(0).details().toString())
                .isEqualTo("{\"name\":\"hanako\",\"before\":\"cashier\",\"role\":\"supervisor\"}");
        assertThat(shop.operators.changeRole("manager", Role.CASHIER, "manager"))
                .isEqualTo(new OperatorChange.Refused(new Sentence("operator.last-manager", "manager")));
        assertThat(shop.operators.changeRole("manager", Role.MANAGER, "manager"))
                .isEqualTo(new OperatorChange.Made());
        assertThat(shop.operators.changeRole("nobody", Role.MANAGER, "manager"))
                .isInstanceOf(OperatorChange.Refused.class);

        shop.operators.changeRole("hanako", Role.MANAGER, "manager");

        assertThat(shop.operators.changeRole("manager", Role.AUDITOR, "hanako")).isEqualTo(new OperatorChange.Made());
        assertThat(shop.operators.retire("hanako", "hanako")).isInstanceOf(OperatorChange.Refused.class);
        assertThat(shop.journalledTypes()).filteredOn("RoleChanged"::equals).hasSize(3);
    }

    @Test
    void retiredNameStaysAndIsNotGivenAgain() throws StorageFault {
        shop.operators.retire("hanako", "manager");

        assertThat(shop.operators.list())
                .containsExactly(
                        new Operator("hanako", Role.CASHIER, false, true),
                        new Operator("manager", Role.MANAGER, false, false));
        assertThat(keys(shop.add("Hanako", Role.CASHIER, ANOTHER))).containsExactly("operator.exists");
        assertThat(keys(shop.change("hanako", ANOTHER))).containsExactly("operator.unknown");
        assertThat(shop.operators.retire("hanako", "manager")).isInstanceOf(OperatorChange.Refused.class);
    }

    @Test
    void nameOfTheRegisterItselfIsKept() throws StorageFault {
        assertThat(keys(shop.add("System", Role.CASHIER, ANOTHER))).containsExactly("operator.name-reserved");
        assertThat(keys(shop.add("two words", Role.CASHIER, ANOTHER))).containsExactly("operator.name-invalid");
    }

    @Test
    void unknownProfileIsAFaultThatNamesIt() {
        assertThatThrownBy(() -> new Shop("none").signOn("hanako", "x"))
                .isInstanceOf(StorageFault.class)
                .hasMessageContaining("signOn.profile is \"none\"");
    }

    private String oneTimePassword(String name) throws StorageFault {
        PasswordResult result = shop.operators.addWithOneTimePassword(name, Role.CASHIER, "manager");
        return ((PasswordResult.OneTime) result).password();
    }

    private Operator accepted(String name, String password) throws StorageFault {
        return ((SignOn.Accepted) shop.signOn(name, password)).operator();
    }

    private static List<String> keys(PasswordResult result) {
        return ((PasswordResult.Refused) result)
                .sentences().stream().map(Sentence::key).toList();
    }
}
