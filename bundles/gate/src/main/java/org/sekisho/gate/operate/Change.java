package org.sekisho.gate.operate;

import java.util.ArrayList;
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
 * @param notes sentences on what else did not go as it should, although the change is in force
 */
public record Change(
        List<LoadedBundle> started,
        List<LoadedBundle> stopped,
        List<LoadedBundle> atNextStart,
        List<Refusal> refused,
        List<String> notes) {

    public Change {
        started = List.copyOf(started);
        stopped = List.copyOf(stopped);
        atNextStart = List.copyOf(atNextStart);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    /** Nothing came or went; these were refused. */
    public static Change refused(List<Refusal> refused) {
        return new Change(List.of(), List.of(), List.of(), refused, List.of());
    }

    /** The same with further notes. */
    public Change noting(List<String> further) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(further);
        return new Change(started, stopped, atNextStart, refused, all);
    }
}
