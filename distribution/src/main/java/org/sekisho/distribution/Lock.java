package org.sekisho.distribution;

import com.google.gson.JsonObject;
import org.sekisho.publishing.release.Json;
import org.sekisho.publishing.release.Release;

/** {@code lib/trust/lock.json}: when a register was put together, and the versions of the metadata with it; it accepts none older. */
final class Lock {
    private Lock() {}

    static byte[] json(Release release) {
        JsonObject versions = new JsonObject();
        versions.addProperty("root", release.rootVersion());
        versions.addProperty("timestamp", release.number());
        versions.addProperty("snapshot", release.number());
        versions.addProperty("targets", release.number());
        JsonObject lock = new JsonObject();
        lock.addProperty("schema", 1);
        lock.addProperty("time", release.signedAt().toString());
        lock.add("versions", versions);
        return Json.text(lock);
    }
}
