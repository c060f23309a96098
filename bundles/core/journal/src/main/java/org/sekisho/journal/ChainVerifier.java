package org.sekisho.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the chains of a journal, entry by entry in the order they stand, in memory for one entry a lane. The same for the
 * database and for an exported file. Not safe for threads.
 */
public final class ChainVerifier {

    private final Map<String, LaneFollower> lanes = new LinkedHashMap<>();
    private final List<Anchor> anchors;

    /** @param anchors what heads were at some times, kept elsewhere; may be empty */
    public ChainVerifier(List<Anchor> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    /** The next entry of its lane. */
    public void next(Entry entry) {
        lane(entry.lane()).next(entry);
    }

    /** What stands next in a lane cannot be read as an entry. */
    public void unreadable(String lane, long seq, String why) {
        lane(lane).broken(seq, why);
    }

    /** The number the next entry of a lane ought to have. */
    long expected(String lane) {
        return lane(lane).expected();
    }

    /** Nothing follows: whether all that was followed holds, and reaches to every anchor. */
    public Verification end() {
        anchors.forEach(anchor -> lane(anchor.lane()));
        long entries = 0;
        Map<String, String> heads = new LinkedHashMap<>();
        for (LaneFollower lane : lanes.values()) {
            Optional<Verification.Broken> broken = lane.end();
            if (broken.isPresent()) {
                return broken.get();
            }
            entries += lane.expected() - 1;
            lane.head().ifPresent(head -> heads.put(lane.name(), head));
        }
        return new Verification.Whole(entries, heads);
    }

    private LaneFollower lane(String name) {
        return lanes.computeIfAbsent(
                name,
                lane -> new LaneFollower(
                        lane,
                        anchors.stream().filter(a -> a.lane().equals(lane)).toList()));
    }
}
