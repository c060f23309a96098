package org.sekisho.receipts.aftermath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.device.CashDrawer.State;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.journal.Fact;

class DrawerWatchTest {

    private final Lane lane = new Lane();
    private final ToldFacts journal = new ToldFacts();
    private long seconds;
    private final DrawerWatch watch = new DrawerWatch(lane, journal, () -> TimeUnit.SECONDS.toNanos(seconds));

    @AfterEach
    void close() {
        watch.close();
    }

    private void lookAt(long second, State state) {
        seconds = second;
        lane.drawerIs = state;
        watch.look();
    }

    private List<String> told() {
        return journal.told.stream()
                .map(fact -> fact.type() + " " + fact.details().get("seconds").getAsLong())
                .toList();
    }

    @Test
    void drawerThatIsShutInTimeIsNothingToTell() {
        watch.opened();
        lookAt(29, State.OPEN);
        lookAt(31, State.CLOSED);
        lookAt(90, State.OPEN); // with its key: nobody asked the register
        assertThat(journal.told).isEmpty();
    }

    @Test
    void drawerLeftOpenIsToldOnceAndWhenItIsShut() {
        watch.opened();
        lookAt(30, State.OPEN);
        lookAt(45, State.OPEN);
        watch.opened();
        lookAt(100, State.OPEN);
        lookAt(101, State.CLOSED);
        lookAt(500, State.CLOSED);
        assertThat(told()).containsExactly("DrawerLeftOpen 30", "DrawerShut 101");
        assertThat(journal.told).extracting(Fact::operator).containsOnly(Fact.SYSTEM);
    }

    @Test
    void eachOpeningCountsAnew() {
        watch.opened();
        lookAt(30, State.OPEN);
        lookAt(40, State.CLOSED);
        seconds = 50;
        watch.opened();
        lookAt(79, State.OPEN);
        lookAt(80, State.OPEN);
        assertThat(told()).containsExactly("DrawerLeftOpen 30", "DrawerShut 40", "DrawerLeftOpen 30");
    }

    @Test
    void drawerWithoutSensorOrAnswerIsNotWatched() {
        watch.opened();
        lookAt(1, State.UNKNOWN);
        lookAt(60, State.OPEN);
        watch.opened();
        lane.fault = new DeviceFault(DeviceFault.Kind.OFFLINE, "the wire was cut");
        lookAt(90, State.OPEN);
        lane.fault = null;
        lookAt(120, State.OPEN);
        assertThat(journal.told).isEmpty();
    }

    @Test
    void whatCouldNotBeRecordedIsRecordedLater() {
        watch.opened();
        journal.full = true;
        lookAt(30, State.OPEN);
        journal.full = false;
        lookAt(31, State.OPEN);
        journal.full = true;
        lookAt(40, State.CLOSED);
        journal.full = false;
        lookAt(41, State.CLOSED);
        assertThat(told()).containsExactly("DrawerLeftOpen 31", "DrawerShut 41");
    }
}
