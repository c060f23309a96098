package org.sekisho.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sekisho.identity.OneTimeCodes.Enrolment;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Role;
import org.sekisho.identity.Sentence;
import org.sekisho.identity.SignOn;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;

/** Sign-on by a password and a code. */
class CodesTest {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final SignOn CODE_REFUSED = new SignOn.Refused(new Sentence("code.refused", "10", "30"));
    private static final SignOn REFUSED = new SignOn.Refused(new Sentence("signon.refused", "10", "30"));

    private final Shop shop;
    private final Shop.Phone phone;

    CodesTest() throws StorageFault {
        shop = Shop.openWithManagerAndCashier();
        phone = shop.enrol("hanako");
        shop.pass(STEP);
        shop.journalled.clear();
    }

    private SignOn signOn(String code) throws StorageFault {
        return shop.signOn("hanako", Shop.CASHIERS, code);
    }

    private void assertAccepted(String code) throws StorageFault {
        assertThat(signOn(code)).isInstanceOf(SignOn.Accepted.class);
    }

    private String reason(int fact) {
        return shop.journalled.get(fact).details().get("reason").getAsString();
    }

    @Test
    void rightPasswordAndCodeSignOnAndTheJournalSaysByWhat() throws StorageFault {
        assertAccepted(phone.code());

        assertThat(shop.journalled).singleElement().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("SignedOn");
            assertThat(fact.operator()).isEqualTo("hanako");
            assertThat(fact.details().toString()).isEqualTo("{\"by\":\"code\"}");
        });
    }

    @Test
    void missingCodeIsAskedForAndIsNoFailure() throws StorageFault {
        for (int i = 0; i < 20; i++) {
            assertThat(signOn("")).isEqualTo(new SignOn.CodeNeeded(new Sentence("code.needed", "hanako")));
        }

        assertThat(shop.journalled).isEmpty();
        assertAccepted(phone.code());
    }

    @Test
    void nobodyHearsOfCodesBeforeThePasswordIsRight() throws StorageFault {
        assertThat(shop.signOn("hanako", "wrong")).isEqualTo(REFUSED);
        assertThat(shop.signOn("hanako", "wrong", phone.code())).isEqualTo(REFUSED);
        assertThat(shop.signOn("nobody", "wrong", phone.code())).isEqualTo(REFUSED);
        assertThat(shop.signOn("manager", "wrong", phone.code())).isEqualTo(REFUSED);
        assertAccepted(phone.code());
    }

    @Test
    void whoHasNoCodeIsAskedForNone() throws StorageFault {
        assertThat(shop.signOn("manager", Shop.MANAGERS)).isInstanceOf(SignOn.Accepted.class);
        assertThat(shop.signOn("manager", Shop.MANAGERS, "123456")).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void wrongCodeIsRefusedAndJournalledWithItsOwnReason() throws StorageFault {
        assertThat(signOn("123456")).isEqualTo(CODE_REFUSED);
        assertThat(signOn(phone.code(STEP.multipliedBy(2)))).isEqualTo(CODE_REFUSED);
        assertThat(signOn(phone.code(STEP.multipliedBy(-2)))).isEqualTo(CODE_REFUSED);

        assertThat(shop.journalledTypes()).containsOnly("SignInFailed");
        assertThat(shop.journalled).extracting(Fact::operator).containsOnly(Fact.SYSTEM);
        assertThat(reason(0)).isEqualTo("wrong-code");
        assertThat(shop.answeredAt).hasSize(3);
    }

    @Test
    void codeIsTakenOnceOnEveryLaneAndAfterARestart() throws StorageFault {
        String code = phone.code();
        assertAccepted(code);

        assertThat(signOn(code)).isEqualTo(CODE_REFUSED);
        assertThat(shop.another().signOn("hanako", Shop.CASHIERS, code)).isEqualTo(CODE_REFUSED);
        assertThat(reason(1)).isEqualTo("used-code");
        shop.pass(STEP);
        assertAccepted(phone.code());
    }

    @Test
    void codeOfTheNextStepIsTakenAndUsesUpThoseBefore() throws StorageFault {
        assertAccepted(phone.code(STEP));

        assertThat(signOn(phone.code())).isEqualTo(CODE_REFUSED);
        shop.pass(STEP);
        assertThat(signOn(phone.code())).isEqualTo(CODE_REFUSED);
        shop.pass(STEP);
        assertAccepted(phone.code());
    }

    @Test
    void codeOfTheStepBeforeIsTakenFromSlowFingers() throws StorageFault {
        shop.pass(STEP);
        assertAccepted(phone.code(STEP.negated()));
        assertAccepted(phone.code());
    }

    @Test
    void codeThatConfirmedTheSecretIsUsedUp() throws StorageFault {
        Shop fresh = Shop.openWithManagerAndCashier();
        Shop.Phone theirs = fresh.enrol("manager");

        assertThat(fresh.signOn("manager", Shop.MANAGERS, theirs.code())).isEqualTo(CODE_REFUSED);
    }

    @Test
    void clockThatIsSetBackLetsNoUsedCodeInAgain() throws StorageFault {
        String first = phone.code();
        assertAccepted(first);
        shop.pass(STEP.multipliedBy(10));
        String second = phone.code();
        assertAccepted(second);

        shop.now = shop.now.minus(STEP.multipliedBy(10));
        assertThat(signOn(first)).isEqualTo(CODE_REFUSED);
        shop.now = shop.now.plus(STEP.multipliedBy(9));
        assertThat(signOn(second)).isEqualTo(CODE_REFUSED);
    }

    @Test
    void tenWrongCodesLockTheNameForHalfAnHour() throws StorageFault {
        for (int i = 0; i < 10; i++) {
            assertThat(signOn("123456")).isEqualTo(CODE_REFUSED);
        }

        assertThat(shop.journalledTypes()).endsWith("SignInFailed", "OperatorLocked");
        assertThat(signOn(phone.code())).isEqualTo(REFUSED);
        assertThat(signOn("")).isEqualTo(REFUSED);
        shop.pass(Duration.ofMinutes(30));
        assertAccepted(phone.code());
    }

    @Test
    void wrongPasswordsAndCodesCountTogetherAndTheRightPasswordAloneForgetsNone() throws StorageFault {
        for (int i = 0; i < 5; i++) {
            shop.signOn("hanako", "wrong");
            signOn("123456");
            shop.operators.confirm("hanako", Shop.CASHIERS.toCharArray());
            signOn("");
        }

        assertThat(signOn(phone.code())).isEqualTo(REFUSED);
    }

    @Test
    void usedCodesCountAsFailures() throws StorageFault {
        String code = phone.code();
        assertAccepted(code);
        for (int i = 0; i < 10; i++) {
            assertThat(signOn(code)).isEqualTo(CODE_REFUSED);
        }

        assertThat(signOn(code)).isEqualTo(REFUSED);
    }

    @Test
    void withoutThePluginWhoHasACodeStaysOutAndOthersSignOn() throws StorageFault {
        shop.withoutCodes();

        SignOn out = new SignOn.Refused(new Sentence("code.unchecked", "hanako"));
        assertThat(signOn(phone.code())).isEqualTo(out);
        assertThat(signOn("")).isEqualTo(out);
        assertThat(reason(0)).isEqualTo("unchecked-code");
        assertThat(shop.signOn("hanako", "wrong")).isEqualTo(REFUSED);
        assertThat(shop.signOn("manager", Shop.MANAGERS)).isInstanceOf(SignOn.Accepted.class);
        assertThat(shop.codes.areThere()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> shop.codes.begin("manager"));

        assertThat(shop.codes.remove("hanako", "manager")).isInstanceOf(OperatorChange.Made.class);
        assertAccepted("");
    }

    @Test
    void missingPluginCannotFloodTheJournal() throws StorageFault {
        shop.withoutCodes();
        for (int i = 0; i < 300; i++) {
            signOn("");
        }

        assertThat(shop.journalled).hasSizeLessThan(10);
    }

    @Test
    void managerTakesTheCodeOfALostPhoneAway() throws StorageFault {
        assertThat(shop.codes.holders()).containsExactly("hanako");

        assertThat(shop.codes.remove(" Hanako ", "manager")).isInstanceOf(OperatorChange.Made.class);

        assertThat(shop.codes.holders()).isEmpty();
        assertThat(shop.journalled).singleElement().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("OneTimeCodeRemoved");
            assertThat(fact.operator()).isEqualTo("manager");
            assertThat(fact.details().toString()).isEqualTo("{\"name\":\"hanako\"}");
        });
        assertAccepted("");
        assertThat(shop.codes.remove("hanako", "manager"))
                .isEqualTo(new OperatorChange.Refused(new Sentence("code.none", "hanako")));
    }

    @Test
    void secretThatNoCodeConfirmedHoldsNothing() throws StorageFault {
        try (Enrolment enrolment = shop.codes.begin("manager")) {
            assertThat(enrolment.confirm("123456".toCharArray()))
                    .isEqualTo(new OperatorChange.Refused(new Sentence("code.unconfirmed")));
        }

        assertThat(shop.codes.holders()).containsExactly("hanako");
        assertThat(shop.journalled).isEmpty();
        assertThat(shop.signOn("manager", Shop.MANAGERS)).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void newSecretTakesThePlaceOfTheOldOne() throws StorageFault {
        Shop.Phone next = shop.enrol("hanako");
        assertThat(shop.journalledTypes()).containsExactly("OneTimeCodeSet");
        shop.pass(STEP);

        assertThat(signOn(phone.code())).isEqualTo(CODE_REFUSED);
        assertAccepted(next.code());
    }

    @Test
    void appShowsWhoseShopItIs() throws StorageFault {
        try (Enrolment enrolment = shop.codes.begin("Hanako")) {
            assertThat(new String(enrolment.uri())).startsWith("Marufuku 食品店/hanako/");
            assertThat(enrolment.toString()).isEqualTo("Begun[hanako]");
        }
    }

    @Test
    void retiredNameHasNoSecretAndGetsNone() throws StorageFault {
        try (Enrolment enrolment = shop.codes.begin("hanako")) {
            Shop.Phone next = shop.phone(enrolment);
            shop.operators.retire("hanako", "manager");

            assertThat(shop.codes.holders()).isEmpty();
            assertThat(enrolment.confirm(next.code().toCharArray())).isInstanceOf(OperatorChange.Refused.class);
        }
    }

    @Test
    void passwordGivenBySomebodyElseLeavesTheSecondFactor() throws StorageFault {
        shop.operators.changePassword("hanako", "Jm3?xVf6=cGy".toCharArray(), "manager");

        assertThat(shop.signOn("hanako", "Jm3?xVf6=cGy")).isInstanceOf(SignOn.CodeNeeded.class);
    }

    @Test
    void pinAsksForNoCode() throws StorageFault {
        assertThat(shop.setPin("hanako", "4917")).isInstanceOf(PasswordResult.Set.class);

        assertThat(shop.byPin("hanako", "4917")).isInstanceOf(SignOn.Accepted.class);
    }

    @Test
    void confirmingThePasswordAsksForNoCodeAndCountsWrongOnes() throws StorageFault {
        assertThat(shop.operators.confirm("hanako", Shop.CASHIERS.toCharArray()))
                .isInstanceOf(SignOn.Accepted.class);
        assertThat(shop.journalled).isEmpty();
        for (int i = 0; i < 10; i++) {
            assertThat(shop.operators.confirm("hanako", "wrong".toCharArray())).isEqualTo(REFUSED);
        }

        assertThat(shop.operators.confirm("hanako", Shop.CASHIERS.toCharArray()))
                .isEqualTo(REFUSED);
        assertThat(signOn(phone.code())).isEqualTo(REFUSED);
    }

    @Test
    void secretInAnothersRowOpensNothing() throws StorageFault {
        shop.add("taro", Role.CASHIER, "Jm3?xVf6=cGy");
        shop.database.transact(tx -> {
            PreparedStatement steal = tx.prepare("UPDATE operator_code SET name = 'taro' WHERE name = 'hanako'");
            return steal.executeUpdate();
        });

        assertThatThrownBy(() -> shop.signOn("taro", "Jm3?xVf6=cGy", phone.code()))
                .isInstanceOf(StorageFault.class);
    }
}
