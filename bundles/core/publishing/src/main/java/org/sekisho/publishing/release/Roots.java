package org.sekisho.publishing.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.key.OpenKey;
import org.sekisho.publishing.workspace.WorkspaceFolder;

/** The history of a workspace's roots, {@code 1.root.json} and on, each signed by its own keys and by those before it. */
public final class Roots {

    private static final String ROLES = "roles";
    private static final String KEYS = "keys";
    private static final String DEVELOPMENT = "development";

    private final WorkspaceFolder workspace;

    public Roots(WorkspaceFolder workspace) {
        this.workspace = workspace;
    }

    /** All of them, oldest first, as they were signed. */
    public List<byte[]> history() throws IOException {
        List<byte[]> history = new ArrayList<>();
        for (int version = 1; Files.exists(file(version)); version++) {
            history.add(Files.readAllBytes(file(version)));
        }
        return history;
    }

    /** The newest one; empty before the first release. */
    Optional<JsonObject> newest() throws IOException {
        List<byte[]> history = history();
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.object(history.get(history.size() - 1)).getAsJsonObject("signed"));
    }

    void add(long version, byte[] root) throws IOException {
        StaticFiles.writePrivate(file(version), root);
    }

    /** Takes over the history of a repository; the workspace has none of its own yet. */
    void takeOver(List<byte[]> history) throws IOException {
        for (int i = 0; i < history.size(); i++) {
            add(i + 1, history.get(i));
        }
    }

    /** The root that the workspace's keys ask for, where the newest one does not say the same already. */
    Optional<JsonObject> due(Documents documents) throws IOException, PublishingFault {
        Optional<JsonObject> newest = newest();
        JsonObject root =
                documents.root(newest.map(r -> r.get("version").getAsLong()).orElse(0L) + 1);
        if (newest.map(r -> r.has(DEVELOPMENT)).orElse(false)) {
            root.addProperty(DEVELOPMENT, true);
        }
        fill(root);
        boolean same = newest.isPresent()
                && newest.get().get(KEYS).equals(root.get(KEYS))
                && newest.get().get(ROLES).equals(root.get(ROLES));
        return same ? Optional.empty() : Optional.of(root);
    }

    /** The first root of a development build, which no shop may open with. */
    public void beginDevelopment(Instant now) throws IOException, PublishingFault {
        JsonObject root = new Documents(now, Documents.TIMESTAMP_LASTS).root(1);
        root.addProperty(DEVELOPMENT, true);
        fill(root);
        Envelope envelope = Envelope.of(root);
        for (OpenKey key : workspace.keysOf(KeyRole.ROOT)) {
            envelope.sign(workspace.files().secret(key.name(), Passphrases.none()));
        }
        add(1, envelope.bytes());
    }

    private void fill(JsonObject root) throws IOException, PublishingFault {
        JsonObject keys = new JsonObject();
        JsonObject roles = new JsonObject();
        for (KeyRole role : KeyRole.TOP_LEVEL) {
            List<OpenKey> all = workspace.keysOf(role);
            JsonObject rule = new JsonObject();
            JsonArray ids = new JsonArray();
            JsonObject besides = new JsonObject();
            for (OpenKey key : all) {
                // Among the root's own keys, other TUF clients would stumble over one of this kind.
                if (key.type() == KeyType.ML_DSA_65) {
                    besides.add(key.keyid(), key.toJson());
                } else {
                    ids.add(key.keyid());
                    keys.add(key.keyid(), key.toJson());
                }
            }
            rule.add("keyids", ids);
            if (rule.getAsJsonArray("keyids").isEmpty()) {
                throw new PublishingFault("key.none", role.word(), workspace.folder());
            }
            int threshold = workspace.threshold(role);
            if (threshold > rule.getAsJsonArray("keyids").size()) {
                throw new PublishingFault(
                        "key.too-few",
                        role.word(),
                        threshold,
                        rule.getAsJsonArray("keyids").size());
            }
            rule.addProperty("threshold", threshold);
            if (!besides.keySet().isEmpty()) {
                JsonObject demand = new JsonObject();
                demand.add(KEYS, besides);
                demand.addProperty("threshold", 1);
                rule.add(Rule.POST_QUANTUM, demand);
            }
            roles.add(role.word(), rule);
        }
        root.add(KEYS, keys);
        root.add(ROLES, roles);
    }

    private Path file(long version) {
        return workspace.folder().resolve(version + ".root.json");
    }
}
