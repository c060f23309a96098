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
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.release.Envelope;
import org.sekisho.publishing.release.StaticFiles;

/** {@code approvals.json} of a home: the bundles that were added in this shop, signed by who approved them. */
final class Approvals {
    private Approvals() {}

    /** Approves more bundles in a home; what was approved before stays, and these approvers sign all of it. */
    static void add(Path home, List<String> sha256s, DevelopmentKeys keys, List<Approver> approvers)
            throws IOException, PublishingFault {
        Path file = home.resolve("approvals.json");
        JsonObject signed = Files.exists(file) ? read(file) : empty();
        signed.addProperty("version", signed.get("version").getAsLong() + 1);
        for (String sha256 : sha256s) {
            JsonArray by = new JsonArray();
            approvers.forEach(approver -> by.add(approver.person()));
            JsonObject approved = new JsonObject();
            approved.addProperty("sha256", sha256);
            approved.add("approvedBy", by);
            approved.addProperty(
                    "time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            signed.getAsJsonArray("approved").add(approved);
        }
        if (!Files.isDirectory(home)) {
            StaticFiles.createPrivateFolder(home);
        }
        Envelope envelope = Envelope.of(signed);
        for (Approver approver : approvers) {
            envelope.sign(keys.key(approver));
        }
        StaticFiles.writePrivate(file, envelope.bytes());
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
