package org.sekisho.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Role;
import org.sekisho.identity.SignOn;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;

class SignOnTest {

    private final Shop shop;

    SignOnTest() throws StorageFault {
        shop = Shop.openWithManagerAndCashier();
    }

    @Test
    void rightPasswordSignsOnAndIsJournalled() throws StorageFault {
        SignOn answer = shop.signOn(" Hanako ", Shop.CASHIERS);

        assertThat(answer).isInstanceOfSatisfying(SignOn.Accepted.class, accepted -> {
            assertThat(accepted.operator().name()).isEqualTo("hanako");
            assertThat(accepted.operator().may(Permission.SELL)).isTrue();
            assertThat(accepted.operator().may(Permission.KEEP_USERS)).isFalse();
        });
        assertThat(shop.journalledTypes()).containsExactly("SignedOn");
    }

    @Test
    void unknownWrongRetiredAndLockedReadAlikeAndCostOneHashEach() throws StorageFault {
        shop.add("taro", Role.CASHIER, "Jm3?xVf6=cGy");
        shop.operators.retire("taro", "manager");
        lock("manager");

        for (String name : new String[] {"hanako", "nobody", "no body at all", "taro", "manager"}) {
            shop.scheme.computations = 0;
            SignOn answer = shop.signOn(name, "wrong");
            assertThat(answer).as(name).isEqualTo(shop.signOn("nobody", "wrong"));
            assertThat(shop.scheme.computations).as(name).isEqualTo(2);
        }
    }

    @Test
    void tenWrongPasswordsLockTheNameForHalfAnHour() throws StorageFault {
        lock("hanako");

        assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Refused.class);
        shop.pass(Duration.ofMinutes(29));
        assertRefused(shop);
        shop.pass(Duration.ofMinutes(1));
        assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Accepted.class);
        assertThat(shop.journalledTypes()).filteredOn("OperatorLocked"::equals).hasSize(1);
    }

    @Test
    void nineWrongPasswordsDoNotLockAndTheRightOneForgetsThem() throws StorageFault {
        for (int round = 0; round < 3; round++) {
            tryWrong("hanako", 9);
            assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Accepted.class);
        }
    }

    @Test
    void newPasswordOpensALockedName() throws StorageFault {
        lock("hanako");

        shop.operators.changePassword("hanako", "Jm3?xVf6=cGy".toCharArray(), "manager");

        assertThat(shop.signOn("hanako", "Jm3?xVf6=cGy")).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void clockThatIsSetBackUnlocksNothing() throws StorageFault {
        lock("hanako");
        for (Duration back : List.of(Duration.ofSeconds(1), Duration.ofMinutes(31), Duration.ofDays(3650))) {
            shop.now = shop.now.minus(back);
            assertRefused(shop);
        }
        shop.pass(Duration.ofMinutes(29));
        assertRefused(shop);
    }

    @Test
    void clockThatIsSetBackHoldsNobodyLongerThanHalfAnHourOfTheRegister() throws StorageFault {
        shop.now = shop.now.plus(Duration.ofDays(3650));
        lock("hanako");
        shop.now = shop.now.minus(Duration.ofDays(3650));
        shop.pass(Duration.ofMinutes(30).minusMillis(1));
        assertRefused(shop);

        shop.pass(Duration.ofMillis(1));

        assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void lockOutlivesTheRegisterWhateverItsClockSays() throws StorageFault {
        lock("hanako");
        Shop restarted = shop.another();
        assertRefused(restarted);
        restarted.now = restarted.now.minus(Duration.ofDays(1));
        assertRefused(restarted);
        restarted.now = shop.now.plus(Duration.ofMinutes(30));
        assertThat(restarted.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void tryOnEachLaneCountsForAll() throws StorageFault {
        Shop lane = shop.another();
        for (int i = 0; i < 5; i++) {
            shop.signOn("hanako", "wrong");
            lane.signOn("hanako", "wrong");
        }
        assertRefused(shop);
        assertRefused(lane);
    }

    @Test
    void secondLockLastsAsLongAsTheFirst() throws StorageFault {
        lock("hanako");
        shop.pass(Duration.ofMinutes(30));
        lock("hanako");
        shop.pass(Duration.ofMinutes(29));
        assertRefused(shop);
        shop.pass(Duration.ofMinutes(1));
        assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void refusalsAreAnsweredAtWholeGrainsAndWelcomesAtOnce() throws StorageFault {
        shop.running = Duration.ofSeconds(7);
        shop.signOn("hanako", "wrong");
        shop.signOn("nobody", "wrong");
        shop.scheme.takes = () -> shop.running = shop.running.plusMillis(600);
        shop.signOn("nobody", "wrong");

        assertThat(shop.answeredAt)
                .containsExactly(Duration.ofMillis(7500), Duration.ofMillis(7500), Duration.ofMillis(8000));
        shop.signOn("hanako", Shop.CASHIERS);
        assertThat(shop.answeredAt).hasSize(3);
    }

    private static void assertRefused(Shop shop) throws StorageFault {
        assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Refused.class);
    }

    @Test
    void failureIsJournalledWithTheNameOnlyWhenThereIsSuchAnOperator() throws StorageFault {
        shop.signOn("HANAKO", "wrong");
        shop.signOn(Shop.CASHIERS, "hanako");

        assertThat(shop.journalled.get(0).details().toString())
                .isEqualTo("{\"name\":\"hanako\",\"reason\":\"wrong-password\"}");
        assertThat(shop.journalled.get(1).details().toString()).isEqualTo("{\"reason\":\"unknown-name\"}");
        assertThat(shop.journalled).extracting(Fact::operator).containsOnly(Fact.SYSTEM);
    }

    @Test
    void guessingCannotFloodTheJournal() throws StorageFault {
        int before = shop.database.writes;
        for (int i = 0; i < 500; i++) {
            shop.signOn("nobody" + i, "wrong");
            shop.signOn("hanako", "wrong");
        }

        assertThat(shop.journalled).hasSizeLessThan(20);
        assertThat(shop.database.writes - before).isLessThan(20);
        shop.now = shop.now.plus(Duration.ofMinutes(1));
        shop.signOn("nobody", "wrong");
        assertThat(shop.journalled
                        .get(shop.journalled.size() - 1)
                        .details()
                        .get("heldBack")
                        .getAsInt())
                .as("500 unknown and 490 locked, six of them written")
                .isEqualTo(984);
    }

    @Test
    void outdatedFormIsRenewedAtSignOn() throws StorageFault {
        shop.scheme.version = "v2:";

        shop.signOn("hanako", Shop.CASHIERS);
        shop.scheme.computations = 0;

        assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Accepted.class);
        assertThat(shop.scheme.computations).as("compared, not hashed again").isEqualTo(1);
    }

    @Test
    void passwordOfNinetyDaysMustBeChanged() throws StorageFault {
        shop.now = shop.now.plus(Duration.ofDays(90));
        assertThat(mustChange("hanako", Shop.CASHIERS)).isFalse();

        shop.now = shop.now.plus(Duration.ofSeconds(1));
        assertThat(mustChange("hanako", Shop.CASHIERS)).isTrue();

        shop.change("hanako", "Jm3?xVf6=cGy");
        assertThat(mustChange("hanako", "Jm3?xVf6=cGy")).isFalse();
    }

    private boolean mustChange(String name, String password) throws StorageFault {
        SignOn answer = shop.signOn(name, password);
        return ((SignOn.Accepted) answer).operator().mustChangePassword();
    }

    private void lock(String name) throws StorageFault {
        tryWrong(name, 10);
    }

    private void tryWrong(String name, int times) throws StorageFault {
        for (int i = 0; i < times; i++) {
            shop.signOn(name, "wrong");
        }
    }
}
