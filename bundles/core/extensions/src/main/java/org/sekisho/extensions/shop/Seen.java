package org.sekisho.extensions.shop;

import com.google.gson.JsonObject;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.operate.Standing;

/** The highest versions of the documents by which a lane ran. */
record Seen(long root, long timestamp, long snapshot, long targets, ShopVersions shop) {

    static Seen of(Standing standing) {
        return new Seen(
                standing.root(), standing.timestamp(), standing.snapshot(), standing.targets(), standing.shop());
    }

    /** Whether any of these is lower than it was, or another one of the same version. */
    boolean isBehind(Seen other) {
        return root < other.root
                || timestamp < other.timestamp
                || snapshot < other.snapshot
                || targets < other.targets
                || shop.isBehind(other.shop);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("root", root);
        json.addProperty("timestamp", timestamp);
        json.addProperty("snapshot", snapshot);
        json.addProperty("targets", targets);
        json.addProperty("epoch", shop.epoch());
        add(json, "approvers", shop.approvers());
        add(json, "approvals", shop.approvals());
        return json;
    }

    private static void add(JsonObject json, String name, DocumentVersion document) {
        json.addProperty(name, document.version());
        json.addProperty(name + "Sha256", document.sha256());
    }
}
