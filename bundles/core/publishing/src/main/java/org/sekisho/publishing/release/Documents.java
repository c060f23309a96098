package org.sekisho.publishing.release;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.sekisho.gate.tuf.Digests;

/**
 * What TUF's four roles sign (specification 1.0).
 *
 * @param now the time of signing, in whole seconds
 * @param timestampLasts how long the time-stamp lets installing go on
 */
record Documents(Instant now, Duration timestampLasts) {

    static final Duration TIMESTAMP_LASTS = Duration.ofDays(30);

    private static final String SPECIFICATION = "1.0.31";
    private static final Duration LASTS = Duration.ofDays(365);
    private static final Duration ROOT_LASTS = Duration.ofDays(5 * 365);

    Documents {
        now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    JsonObject root(long version) {
        JsonObject root = header("root", version, ROOT_LASTS);
        root.addProperty("consistent_snapshot", true);
        return root;
    }

    JsonObject targets(long version, Map<String, byte[]> targets) {
        JsonObject files = new JsonObject();
        targets.forEach((name, content) -> files.add(name, describe(content)));
        JsonObject signed = header("targets", version, LASTS);
        signed.add("targets", files);
        return signed;
    }

    JsonObject snapshot(long version, long targetsVersion, byte[] targets) {
        return meta(header("snapshot", version, LASTS), "targets.json", targetsVersion, targets);
    }

    /** It alone says when it was signed: registers hold their clock to that. */
    JsonObject timestamp(long version, byte[] snapshot) {
        JsonObject signed = header("timestamp", version, timestampLasts);
        signed.addProperty("time", now.toString());
        return meta(signed, "snapshot.json", version, snapshot);
    }

    private JsonObject header(String type, long version, Duration lasts) {
        JsonObject signed = new JsonObject();
        signed.addProperty("_type", type);
        signed.addProperty("spec_version", SPECIFICATION);
        signed.addProperty("version", version);
        signed.addProperty("expires", now.plus(lasts).toString());
        return signed;
    }

    private static JsonObject meta(JsonObject signed, String file, long version, byte[] content) {
        JsonObject description = describe(content);
        description.addProperty("version", version);
        JsonObject meta = new JsonObject();
        meta.add(file, description);
        signed.add("meta", meta);
        return signed;
    }

    private static JsonObject describe(byte[] content) {
        JsonObject hashes = new JsonObject();
        hashes.addProperty("sha256", Digests.sha256(content));
        JsonObject description = new JsonObject();
        description.addProperty("length", content.length);
        description.add("hashes", hashes);
        return description;
    }
}
