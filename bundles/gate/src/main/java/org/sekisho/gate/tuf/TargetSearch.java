package org.sekisho.gate.tuf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;

/** Finds who vouches for a target: the top-level role, else those that it leaves it to, in order and in depth first (5.6.7). */
final class TargetSearch {

    /** More roles than this are not asked for one target. */
    private static final int MOST = 64;

    /** Gets the verified metadata of who was delegated to, by the keys of this very delegation. */
    @FunctionalInterface
    interface Loader {
        Metadata load(Delegation delegation) throws TrustRefusal, IOException;
    }

    private final Loader loader;
    private final Deque<Delegation> waiting = new ArrayDeque<>();
    private final Set<String> visited = new HashSet<>();

    TargetSearch(Loader loader) {
        this.loader = loader;
    }

    /**
     * @param targets the top-level metadata
     * @return the metadata that list it
     * @throws MissingFile when nobody does
     */
    Metadata find(String target, Metadata targets) throws TrustRefusal, IOException {
        Metadata asked = targets;
        while (!asked.signed().object("targets").has(target)) {
            await(Delegation.of(asked), target);
            waiting.removeIf(delegation -> visited.contains(delegation.role()));
            if (waiting.isEmpty() || visited.size() == MOST) {
                throw MissingFile.document(target);
            }
            Delegation next = waiting.pop();
            visited.add(next.role());
            asked = loader.load(next);
        }
        return asked;
    }

    private void await(List<Delegation> delegations, String target) {
        List<Delegation> matching = new ArrayList<>();
        for (Delegation delegation : delegations) {
            if (delegation.matches(target)) {
                matching.add(delegation);
                if (delegation.terminating()) {
                    waiting.clear();
                    break;
                }
            }
        }
        for (int i = matching.size() - 1; i >= 0; i--) {
            waiting.push(matching.get(i));
        }
    }
}
