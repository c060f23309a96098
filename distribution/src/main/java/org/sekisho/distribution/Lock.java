package org.sekisho.distribution;

import com.google.gson.JsonObject;

/** {@code lib/trust/lock.json}: the versions of the metadata that a register was delivered with; it accepts none older. */
final class Lock {
    private Lock() {}

    static byte[] json(long release) {
        JsonObject versions = new JsonObject();
        versions.addProperty("root", 1);
        versions.addProperty("timestamp", release);
        versions.addProperty("snapshot", release);
        versions.addProperty("targets", release);
        JsonObject lock = new JsonObject();
        lock.addProperty("schema", 1);
        lock.add("versions", versions);
        return Json.canonical(lock);
    }
}
