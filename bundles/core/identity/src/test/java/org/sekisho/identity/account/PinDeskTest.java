package org.sekisho.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Role;
import org.sekisho.identity.Sentence;
import org.sekisho.identity.SignOn;
import org.sekisho.storage.StorageFault;

class PinDeskTest {

    private static final String PIN = "4917";
    private static final String ANOTHER = "Jm3?xVf6=cGy";

    private final Shop shop;

    PinDeskTest() throws StorageFault {
        shop = Shop.openWithManagerAndCashier();
        assertThat(shop.setPin("hanako", PIN)).isInstanceOf(PasswordResult.Set.class);
        shop.journalled.clear();
    }

    @Test
    void rightPinSignsOnAndTheJournalSaysByWhat() throws StorageFault {
        assertThat(shop.byPin(" Hanako ", PIN))
                .isInstanceOfSatisfying(
                        SignOn.Accepted.class,
                        in -> assertThat(in.operator().may(Permission.SELL)).isTrue());
        assertThat(shop.journalled).singleElement().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("SignedOn");
            assertThat(fact.operator()).isEqualTo("hanako");
            assertThat(fact.details().toString()).isEqualTo("{\"by\":\"pin\"}");
        });
        assertThat(shop.answeredAt).isEmpty();
    }

    @Test
    void whateverIsNotRightReadsAlikeAndIsAnsweredInGrains() throws StorageFault {
        shop.add("taro", Role.CASHIER, ANOTHER);
        shop.setPin("taro", PIN);
        shop.operators.retire("taro", "manager");

        List<SignOn> answers = List.of(
                shop.byPin("hanako", "4918"),
                shop.byPin("hanako", ""),
                shop.byPin("manager", PIN),
                shop.byPin("taro", PIN),
                shop.byPin("nobody", PIN),
                shop.byPin("no body at all", PIN));

        assertThat(answers).containsOnly(new SignOn.Refused(new Sentence("pin.refused", "5")));
        assertThat(shop.answeredAt).hasSize(6).containsOnly(AnswerTime.PIN_GRAIN);
    }

    @Test
    void fiveWrongOnesMakeThePinUselessUntilThePasswordIsTyped() throws StorageFault {
        tryWrong(5);

        assertRefused(PIN);
        assertThat(shop.journalledTypes()).filteredOn("PinLocked"::equals).hasSize(1);
        shop.pass(Duration.ofDays(1));
        assertRefused(PIN);
        assertThat(shop.signOn("hanako", "wrong")).isInstanceOf(SignOn.Refused.class);
        assertRefused(PIN);
        assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Accepted.class);
        assertThat(shop.byPin("hanako", PIN)).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void fourWrongOnesAreForgottenByTheRightOne() throws StorageFault {
        for (int round = 0; round < 3; round++) {
            tryWrong(4);
            assertThat(shop.byPin("hanako", PIN)).isInstanceOf(SignOn.Accepted.class);
        }
    }

    @Test
    void wrongOnesCountOnEveryLaneAndAfterARestart() throws StorageFault {
        Shop lane = shop.another();
        tryWrong(3);
        lane.byPin("hanako", "0918");
        assertThat(lane.byPin("hanako", "0918")).isInstanceOf(SignOn.Refused.class);

        assertRefused(PIN);
        assertThat(lane.byPin("hanako", PIN)).isInstanceOf(SignOn.Refused.class);
        assertThat(shop.another().byPin("hanako", PIN)).isInstanceOf(SignOn.Refused.class);
    }

    @Test
    void pinOpensOnAnotherLaneByTheSamePepper() throws StorageFault {
        assertThat(shop.another().byPin("hanako", PIN)).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void lockedNameHasNoPin() throws StorageFault {
        for (int i = 0; i < 10; i++) {
            shop.signOn("hanako", "wrong");
        }

        assertRefused(PIN);
        shop.now = shop.now.minus(Duration.ofSeconds(1));
        assertRefused(PIN);
        shop.pass(Duration.ofMinutes(31));
        assertThat(shop.byPin("hanako", PIN)).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void pinLeadsPastNoPasswordThatMustBeChanged() throws StorageFault {
        shop.now = shop.now.plus(Duration.ofDays(90)).plusSeconds(1);
        assertRefused(PIN);
        shop.change("hanako", ANOTHER);
        assertThat(shop.byPin("hanako", PIN)).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void passwordGivenBySomebodyElseTakesThePinAway() throws StorageFault {
        shop.operators.changePassword("hanako", ANOTHER.toCharArray(), "manager");

        assertRefused(PIN);
        shop.signOn("hanako", ANOTHER);
        assertRefused(PIN);
    }

    @Test
    void newPinTakesThePlaceOfTheOldOne() throws StorageFault {
        shop.setPin("hanako", "8306");

        assertRefused(PIN);
        assertThat(shop.byPin("hanako", "8306")).isInstanceOf(SignOn.Accepted.class);
        assertThat(shop.journalledTypes()).contains("PinChanged");
    }

    @Test
    void guessingCannotFloodTheJournal() throws StorageFault {
        for (int i = 0; i < 300; i++) {
            shop.byPin("nobody" + i, PIN);
            shop.byPin("hanako", "0918");
        }

        assertThat(shop.journalled).hasSizeLessThan(20);
    }

    @Test
    void weakPinIsRefusedAndTheOldOneStays() throws StorageFault {
        assertThat(shop.setPin("hanako", "1234"))
                .isEqualTo(new PasswordResult.Refused(List.of(new Sentence("pin.simple"))));
        assertThat(shop.byPin("hanako", PIN)).isInstanceOf(SignOn.Accepted.class);
        assertThat(shop.setPin("nobody", PIN)).isInstanceOf(PasswordResult.Refused.class);
    }

    private void tryWrong(int times) throws StorageFault {
        for (int i = 0; i < times; i++) {
            assertRefused("0918");
        }
    }

    private void assertRefused(String pin) throws StorageFault {
        assertThat(shop.byPin("hanako", pin)).isInstanceOf(SignOn.Refused.class);
    }
}
