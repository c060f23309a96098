package org.sekisho.it;

import java.util.EnumMap;
import java.util.Map;

/** Within how many milliseconds of its beginning each step is cut: about as long as it takes on this machine now. */
final class Windows {

    private static final double LINE = 10;
    private static final double COMMAND = 200;
    private static final double SHORTEST = 1;
    private static final double LONGEST = 2000;

    private final Map<KillStep, Double> windows = new EnumMap<>(KillStep.class);

    synchronized double of(KillStep step) {
        return windows.getOrDefault(step, step.isCommand() ? COMMAND : LINE);
    }

    /** The next one is cut a little later if this one was cut too early, else within the time that this one took. */
    synchronized void learn(KillStep step, Cut cut) {
        double next = cut.took() < 0 ? of(step) * 1.5 : cut.took() * 1.2;
        windows.put(step, Math.min(LONGEST, Math.max(SHORTEST, next)));
    }
}
