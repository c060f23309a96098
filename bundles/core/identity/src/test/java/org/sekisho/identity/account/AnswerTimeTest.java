package org.sekisho.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.identity.Operators;
import org.sekisho.identity.Role;
import org.sekisho.identity.SignOn;
import org.sekisho.storage.StorageFault;

/**
 * 200 paired measurements of a wrong password for a name there is, against one that there is not, with a hash that costs next to nothing, so
 * that everything else would show. Judged by the sign test: of 200 pairs without a difference 128 or more fall to one side once in 10,000.
 */
class AnswerTimeTest {

    private static final int PAIRS = 200;
    private static final int TOLD_APART = 128;
    private static final int WARM_UP = 30;

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "no body at all", "retired", "locked"})
    void timeTellsNoName(String name) throws StorageFault {
        assertThat(slowerWhenThere(Duration.ofMillis(10), name)).isBetween(PAIRS - TOLD_APART, TOLD_APART);
    }

    @Test
    void sameMeasurementTellsItWhereAnswersAreGivenAtOnce() throws StorageFault {
        assertThat(slowerWhenThere(Duration.ofNanos(1), "nobody")).isGreaterThan(TOLD_APART);
    }

    /** In how many pairs the wrong password of a name that is there takes longer; which of a pair comes first takes turns. */
    private static int slowerWhenThere(Duration grain, String other) throws StorageFault {
        Shop shop = shop(grain);
        for (int i = 0; i < WARM_UP; i++) {
            compare(shop, other, i % 2 == 0);
        }
        int slower = 0;
        for (int i = 0; i < PAIRS; i++) {
            slower += compare(shop, other, i % 2 == 0) > 0 ? 1 : 0;
        }
        return slower;
    }

    private static Shop shop(Duration grain) throws StorageFault {
        Shop shop = new Shop(grain);
        shop.add("manager", Role.MANAGER, Shop.MANAGERS);
        shop.add("hanako", Role.CASHIER, Shop.CASHIERS);
        shop.add("retired", Role.CASHIER, Shop.CASHIERS);
        shop.operators.retire("retired", "manager");
        shop.add("locked", Role.CASHIER, Shop.CASHIERS);
        for (int i = 0; i < 10; i++) {
            shop.signOn("locked", "wrong");
        }
        return shop;
    }

    /** By how much the name that is there takes longer, in nanoseconds; it is never let come near its lock. */
    private static long compare(Shop shop, String other, boolean otherFirst) throws StorageFault {
        long before = otherFirst ? time(shop, other) : 0;
        long there = time(shop, "hanako");
        long after = otherFirst ? 0 : time(shop, other);
        assertThat(shop.signOn("hanako", Shop.CASHIERS)).isInstanceOf(SignOn.Accepted.class);
        return there - before - after;
    }

    private static long time(Shop shop, String name) throws StorageFault {
        char[] wrong = "wrong".toCharArray();
        long began = System.nanoTime();
        SignOn answer = shop.operators.signOn(name, wrong, Operators.NO_CODE);
        long took = System.nanoTime() - began;
        assertThat(answer).isInstanceOf(SignOn.Refused.class);
        return took;
    }
}
