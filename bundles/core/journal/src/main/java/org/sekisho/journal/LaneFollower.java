package org.sekisho.journal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.journal.Verification.Broken;

/** Follows one lane's chain and keeps the first thing that is wrong with it. */
final class LaneFollower {

    private final String lane;
    private final List<Anchor> anchors;
    private long seq;
    private String hash = EntryFormat.NO_PREV;
    private @Nullable Broken broken;
    /** What is missing, or whose link does not fit; what comes later may tell more exactly what happened. */
    private @Nullable Broken suspect;
    /** Whether it is the link that does not fit. */
    private boolean suspectLink;

    LaneFollower(String lane, List<Anchor> anchors) {
        this.lane = lane;
        this.anchors = anchors;
    }

    String name() {
        return lane;
    }

    long expected() {
        return seq + 1;
    }

    /** The hash of the last entry; empty when there was none. */
    Optional<String> head() {
        return seq == 0 ? Optional.empty() : Optional.of(hash);
    }

    void broken(long at, String why) {
        if (broken == null && suspect == null) {
            broken = new Broken(lane, at, why);
        }
    }

    void next(Entry entry) {
        if (suspect != null) {
            explain(suspect, entry);
        } else if (broken == null) {
            check(entry);
        }
        seq = entry.seq();
        hash = entry.hash();
    }

    Optional<Broken> end() {
        if (broken == null && suspect == null) {
            anchors.stream().filter(a -> a.seq() > seq).findFirst().ifPresent(this::cutOff);
        }
        return Optional.ofNullable(broken == null ? suspect : broken);
    }

    private void check(Entry entry) {
        long at = entry.seq();
        if (at > seq + 1) {
            String what = seq == 0 ? "the beginning was cut off: " : "removed: ";
            suspect = new Broken(lane, seq + 1, what + "entries " + (seq + 1) + " to " + (at - 1) + " are missing");
        } else if (at <= seq) {
            broken(at, "reordered or repeated: it stands after entry " + seq);
        } else if (!EntryFormat.holds(entry)) {
            broken(at, "edited: its hash is not that of its content");
        } else if (!entry.prev().equals(hash)) {
            if (at == 1) {
                broken(at, "edited: the first entry follows on nothing, so its prev must be zeros");
            } else {
                suspect = new Broken(lane, at - 1, "rewritten: entry " + at + " was chained to another one");
                suspectLink = true;
            }
        } else {
            anchors.stream()
                    .filter(a -> a.seq() == at && !a.hash().equals(entry.hash()))
                    .findFirst()
                    .ifPresent(a -> broken(at, "rewritten: the anchor of " + a.time() + " knows another one"));
        }
    }

    /** The entry after a suspect one: the missing turns up late, or it is the second of two links that does not fit. */
    private void explain(Broken first, Entry entry) {
        if (suspectLink) {
            boolean linkFits = entry.prev().equals(hash);
            broken = linkFits ? first : new Broken(lane, seq, "rewritten: its links fit on neither side");
        } else if (entry.seq() == first.seq()) {
            broken = new Broken(lane, first.seq(), "reordered: it stands after entry " + seq);
        }
        if (broken != null) {
            suspect = null;
        }
    }

    private void cutOff(Anchor anchor) {
        broken = new Broken(
                lane,
                seq + 1,
                "the tail was cut off or the database rolled back: the anchor of " + anchor.time()
                        + " knows entries up to " + anchor.seq());
    }
}
