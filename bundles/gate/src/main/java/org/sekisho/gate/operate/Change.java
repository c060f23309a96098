package org.sekisho.gate.operate;

import java.util.List;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;

/**
 * What a change of the documents did to the running register.
 *
 * @param started bundles that run now and did not before
 * @param stopped bundles that ran before and do not now
 * @param atNextStart bundles of the register itself that the new lists replace: those are changed with the till closed
 * @param refused what does not run though somebody put it there
 */
public record Change(
        List<LoadedBundle> started, List<LoadedBundle> stopped, List<LoadedBundle> atNextStart, List<Refusal> refused) {

    public Change {
        started = List.copyOf(started);
        stopped = List.copyOf(stopped);
        atNextStart = List.copyOf(atNextStart);
        refused = List.copyOf(refused);
    }
}
