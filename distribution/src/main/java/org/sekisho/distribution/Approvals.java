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

    /**
     * Approves more bundles in a home, each by a signature of its own; what was approved before stays.
     *
     * @param entries of the allowlist
     */
    static void add(Path home, List<JsonObject> entries, DevelopmentKeys keys, List<Approver> approvers)
            throws IOException, PublishingFault {
        Path file = home.resolve("approvals.json");
        JsonObject signed = Files.exists(file) ? read(file) : empty();
        signed.addProperty("version", signed.get("version").getAsLong() + 1);
        for (JsonObject entry : entries) {
            byte[] envelope = signed(approval(entry), keys, approvers);
            signed.getAsJsonArray("approved").add(JsonParser.parseString(new String(envelope, StandardCharsets.UTF_8)));
        }
        if (!Files.isDirectory(home)) {
            StaticFiles.createPrivateFolder(home);
        }
        StaticFiles.writePrivate(file, signed(signed, keys, approvers));
    }

    private static byte[] signed(JsonObject document, DevelopmentKeys keys, List<Approver> approvers)
            throws IOException, PublishingFault {
        Envelope envelope = Envelope.of(document);
        for (Approver approver : approvers) {
            envelope.sign(keys.key(approver));
        }
        return envelope.bytes();
    }

    private static JsonObject approval(JsonObject entry) {
        JsonObject approval = new JsonObject();
        approval.addProperty("_type", "approval");
        for (String name : List.of("sha256", "symbolicName", "version")) {
            approval.add(name, entry.get(name));
        }
        approval.add("publisher", entry.getAsJsonObject("publisher").get("spkiSha256"));
        approval.add("powers", entry.getAsJsonObject("powers").get("granted"));
        approval.addProperty(
                "time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return approval;
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
