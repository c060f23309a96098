package org.sekisho.gate.tuf;

import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/** The version of each role's document; zero where none is known. */
public record Versions(long root, long timestamp, long snapshot, long targets) {

    public static final Versions NONE = new Versions(0, 0, 0, 0);

    public static Versions of(Fields fields) throws MalformedDocument {
        return new Versions(
                fields.number("root"), fields.number("timestamp"), fields.number("snapshot"), fields.number("targets"));
    }

    /** The higher one of each. */
    public Versions max(Versions other) {
        return new Versions(
                Math.max(root, other.root),
                Math.max(timestamp, other.timestamp),
                Math.max(snapshot, other.snapshot),
                Math.max(targets, other.targets));
    }

    /** Whether none of them is lower. */
    public boolean isAtLeast(Versions other) {
        // Compared by hand: the first equals of a record costs a start some 20 ms.
        return root >= other.root
                && timestamp >= other.timestamp
                && snapshot >= other.snapshot
                && targets >= other.targets;
    }
}
