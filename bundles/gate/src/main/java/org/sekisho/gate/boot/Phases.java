package org.sekisho.gate.boot;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each phase of the start took, in milliseconds. The first begins with the process, not with our first line. */
public final class Phases {

    private final long before = ProcessAge.nanos();
    private final long beganNanos = System.nanoTime();
    private final Map<String, Long> ends = new LinkedHashMap<>();

    public synchronized void end(String phase) {
        ends.put(phase, System.nanoTime() - beganNanos);
    }

    public synchronized Map<String, Long> milliseconds() {
        Map<String, Long> phases = new LinkedHashMap<>();
        long last = -before;
        for (Map.Entry<String, Long> end : ends.entrySet()) {
            phases.put(end.getKey(), (end.getValue() - last) / 1_000_000);
            last = end.getValue();
        }
        return phases;
    }
}
