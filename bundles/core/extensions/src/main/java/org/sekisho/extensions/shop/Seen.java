package org.sekisho.extensions.shop;

import com.google.gson.JsonObject;
import org.sekisho.gate.operate.Standing;

/** The highest versions of the documents by which a lane ran. */
record Seen(long root, long timestamp, long snapshot, long targets, long approvals) {

    static Seen of(Standing standing) {
        return new Seen(
                standing.root(), standing.timestamp(), standing.snapshot(), standing.targets(), standing.approvals());
    }

    /** Whether any of these is lower than it was. */
    boolean isBehind(Seen other) {
        return root < other.root
                || timestamp < other.timestamp
                || snapshot < other.snapshot
                || targets < other.targets
                || approvals < other.approvals;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("root", root);
        json.addProperty("timestamp", timestamp);
        json.addProperty("snapshot", snapshot);
        json.addProperty("targets", targets);
        json.addProperty("approvals", approvals);
        return json;
    }
}
