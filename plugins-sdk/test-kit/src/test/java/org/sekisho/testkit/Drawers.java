package org.sekisho.testkit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.CashDrawer.State;
import org.sekisho.api.device.CashDrawerDriver;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.Wire;

/** Drivers that are right but for one thing, each with its test as its author would have written it. */
final class Drawers {

    private static final byte[] KICK = {0x1B, 0x07, 20, 20, 0x07};

    private Drawers() {}

    private interface Kick {
        void on(Wire wire) throws DeviceFault;
    }

    private interface Look {
        State at(Wire wire) throws DeviceFault;
    }

    abstract static class Tested implements CashDrawerContract {

        @Override
        public String kick() {
            return "1b07141407";
        }
    }

    private static CashDrawer drawer(Wire wire, Kick kick, Look look) {
        return new CashDrawer() {
            @Override
            public void open() throws DeviceFault {
                kick.on(wire);
            }

            @Override
            public State state() throws DeviceFault {
                return look.at(wire);
            }
        };
    }

    private static CashDrawerDriver driver(Kick kick, Look look) {
        return (wire, settings) -> {
            settings.allow();
            return drawer(wire, kick, look);
        };
    }

    private static void kick(Wire wire) throws DeviceFault {
        wire.write(KICK);
    }

    private static State unknown(Wire ignored) {
        return State.UNKNOWN;
    }

    static final class Right extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return Drawers.driver(Drawers::kick, Drawers::unknown);
        }
    }

    static final class KicksTwice extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return Drawers.driver(
                    wire -> {
                        Drawers.kick(wire);
                        Drawers.kick(wire);
                    },
                    Drawers::unknown);
        }
    }

    static final class KicksOnceInItsLife extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return (wire, settings) -> {
                settings.allow();
                boolean[] done = new boolean[1];
                return drawer(
                        wire,
                        to -> {
                            if (!done[0]) {
                                done[0] = true;
                                Drawers.kick(to);
                            }
                        },
                        Drawers::unknown);
            };
        }
    }

    static final class OpensWhenAttached extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return (wire, settings) -> {
                settings.allow();
                Drawers.kick(wire);
                return drawer(wire, to -> {}, Drawers::unknown);
            };
        }
    }

    static final class OpensToLook extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return Drawers.driver(Drawers::kick, wire -> {
                Drawers.kick(wire);
                return State.UNKNOWN;
            });
        }
    }

    static final class KeepsTheLastWire extends Tested {

        private @Nullable Wire last;

        @Override
        public CashDrawerDriver driver() {
            return (wire, settings) -> {
                settings.allow();
                last = wire;
                return drawer(
                        wire,
                        to -> {
                            if (last != null) {
                                Drawers.kick(last);
                            }
                        },
                        Drawers::unknown);
            };
        }
    }

    static final class SaysThatAllIsWell extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return Drawers.driver(
                    wire -> {
                        try {
                            Drawers.kick(wire);
                        } catch (DeviceFault e) {
                            // This is what is wrong with it.
                        }
                    },
                    Drawers::unknown);
        }
    }

    static final class GuessesClosed extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return Drawers.driver(Drawers::kick, wire -> State.CLOSED);
        }
    }

    static final class WaitsForMinutes extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return Drawers.driver(Drawers::kick, wire -> {
                wire.read(1, Duration.ofMinutes(3));
                return State.UNKNOWN;
            });
        }
    }

    static final class TripsOverNoise extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return Drawers.driver(Drawers::kick, wire -> {
                byte[] answer = wire.read(1, Duration.ofMillis(200));
                return answer.length == 0
                        ? State.UNKNOWN
                        : List.of(State.CLOSED, State.OPEN).get(answer[0]);
            });
        }
    }

    static final class TakesAnySetting extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return (wire, settings) -> drawer(wire, Drawers::kick, Drawers::unknown);
        }
    }

    static final class ClosesTheWire extends Tested {
        @Override
        public CashDrawerDriver driver() {
            return Drawers.driver(
                    wire -> {
                        Drawers.kick(wire);
                        wire.close();
                    },
                    Drawers::unknown);
        }
    }
}
