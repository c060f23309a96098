package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.testkit.Drawers.ClosesTheWire;
import org.sekisho.testkit.Drawers.GuessesClosed;
import org.sekisho.testkit.Drawers.KeepsTheLastWire;
import org.sekisho.testkit.Drawers.KicksOnceInItsLife;
import org.sekisho.testkit.Drawers.KicksTwice;
import org.sekisho.testkit.Drawers.OpensToLook;
import org.sekisho.testkit.Drawers.OpensWhenAttached;
import org.sekisho.testkit.Drawers.Right;
import org.sekisho.testkit.Drawers.SaysThatAllIsWell;
import org.sekisho.testkit.Drawers.TakesAnySetting;
import org.sekisho.testkit.Drawers.TripsOverNoise;
import org.sekisho.testkit.Drawers.WaitsForMinutes;

class CashDrawerContractTest {

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(KicksTwice.class, "openingSendsTheKickOnceAndNothingElse"),
                arguments(KicksOnceInItsLife.class, "everyOpeningKicksAnew"),
                arguments(OpensWhenAttached.class, "attachingOpensNothing"),
                arguments(OpensToLook.class, "lookingAtTheSensorOpensNothing"),
                arguments(KeepsTheLastWire.class, "oneDriverServesTwoDrawers"),
                arguments(SaysThatAllIsWell.class, "unpluggedDrawerIsAFaultForThePersonAtTheTill"),
                arguments(GuessesClosed.class, "silentSensorIsNeverGuessed"),
                arguments(WaitsForMinutes.class, "silentSensorIsNotAwaitedForLong"),
                arguments(TripsOverNoise.class, "noiseFromTheSensorIsAStateOrAFault"),
                arguments(TakesAnySetting.class, "settingThatItDoesNotKnowIsRefused"),
                arguments(ClosesTheWire.class, "wireIsLeftOpen"));
    }

    @Test
    void rightDriverKeepsEveryPoint() {
        assertThat(Outcome.failures(Right.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongDriverBreaksItsPoint(Class<?> wrong, String point) {
        assertThat(Outcome.failures(wrong)).contains(point);
    }

    @Test
    void everyPointHasADriverThatBreaksIt() {
        Set<String> broken = new TreeSet<>();
        wrong().forEach(wrong -> broken.add(String.valueOf(wrong.get()[1])));
        assertThat(broken).isEqualTo(Outcome.points(CashDrawerContract.class));
    }
}
