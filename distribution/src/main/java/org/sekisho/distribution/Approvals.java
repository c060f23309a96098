package org.sekisho.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code approvals.json} of a home: the bundles that were added in this shop, signed by who approved them. */
final class Approvals {
    static final List<Role> APPROVERS = List.of(Role.APPROVER, Role.SECOND_APPROVER);

    private Approvals() {}

    /** The name by which the register knows a development approver. */
    static String name(Role approver) {
        return approver == Role.APPROVER ? "developer" : "second developer";
    }

    /** Approves more bundles in a home; what was approved before stays, and these approvers sign all of it. */
    static void add(Path home, List<String> sha256s, DevelopmentKeys keys, List<Role> approvers) throws IOException {
        Path file = home.resolve("approvals.json");
        JsonObject signed = Files.exists(file) ? read(file) : empty();
        signed.addProperty("version", signed.get("version").getAsLong() + 1);
        for (String sha256 : sha256s) {
            JsonArray by = new JsonArray();
            approvers.forEach(role -> by.add(name(role)));
            JsonObject approved = new JsonObject();
            approved.addProperty("sha256", sha256);
            approved.add("approvedBy", by);
            approved.addProperty(
                    "time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            signed.getAsJsonArray("approved").add(approved);
        }
        if (!Files.isDirectory(home)) {
            PrivateFiles.createFolder(home);
        }
        PrivateFiles.replace(
                file, Envelope.of(signed, approvers.stream().map(keys::key).toArray(RoleKey[]::new)));
    }

    private static JsonObject read(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject("signed");
    }

    private static JsonObject empty() {
        JsonObject signed = new JsonObject();
        signed.addProperty("_type", "approvals");
        signed.addProperty("version", 0);
        signed.add("approved", new JsonArray());
        return signed;
    }
}
