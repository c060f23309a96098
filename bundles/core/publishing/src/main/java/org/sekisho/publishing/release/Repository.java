package org.sekisho.publishing.release;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.gate.tuf.RepositoryClient;
import org.sekisho.gate.tuf.VerifiedRepository;
import org.sekisho.gate.tuf.Versions;
import org.sekisho.publishing.PublishingFault;

/** A TUF repository as files (consistent snapshots: a name carries its version, or its digest). */
public final class Repository {

    private static final String TIMESTAMP = "timestamp.json";

    private final Path folder;

    public Repository(Path folder) {
        this.folder = folder;
    }

    /**
     * The targets of the newest release, by name.
     *
     * @param pinnedRoot from which the gate's own client verifies all of it
     * @throws PublishingFault when it does not hold
     */
    public Map<String, byte[]> read(byte[] pinnedRoot) throws IOException, PublishingFault {
        try {
            VerifiedRepository verified =
                    RepositoryClient.verify(folder, pinnedRoot, Versions.NONE, Versions.NONE, List.of());
            Map<String, byte[]> contents = new TreeMap<>();
            for (String name : verified.targets()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                verified.fetch(name, content);
                contents.put(name, content.toByteArray());
            }
            return contents;
        } catch (TrustRefusal e) {
            throw new PublishingFault("repository.unsound", folder, e.code() + " " + e.subject());
        }
    }

    /** The roots that lie in it, oldest first, not verified. */
    public List<byte[]> roots() throws IOException {
        List<byte[]> roots = new ArrayList<>();
        for (int version = 1; Files.exists(metadata(version + ".root.json")); version++) {
            roots.add(Files.readAllBytes(metadata(version + ".root.json")));
        }
        return roots;
    }

    /** The number of its newest release, not verified; 0 where there is none. */
    public long release() throws IOException {
        if (!Files.exists(metadata(TIMESTAMP))) {
            return 0;
        }
        JsonObject signed = Json.object(Files.readAllBytes(metadata(TIMESTAMP))).getAsJsonObject("signed");
        return signed.get("version").getAsLong();
    }

    /** Writes a release; what older ones need stays. The time-stamp, which makes it the newest, is written last. */
    void write(Map<String, byte[]> targets, List<byte[]> roots, Map<String, byte[]> named, byte[] timestamp)
            throws IOException {
        for (Map.Entry<String, byte[]> target : targets.entrySet()) {
            put(place(target.getKey(), Digests.sha256(target.getValue())), target.getValue());
        }
        for (int i = 0; i < roots.size(); i++) {
            put(metadata((i + 1) + ".root.json"), roots.get(i));
        }
        for (Map.Entry<String, byte[]> document : named.entrySet()) {
            put(metadata(document.getKey()), document.getValue());
        }
        put(metadata(TIMESTAMP), timestamp);
    }

    private Path metadata(String name) {
        return folder.resolve("metadata").resolve(name);
    }

    private Path place(String target, String sha256) {
        int slash = target.lastIndexOf('/') + 1;
        return folder.resolve("targets").resolve(target.substring(0, slash) + sha256 + "." + target.substring(slash));
    }

    /** What lies there already, whole, is left alone. */
    private static void put(Path file, byte[] content) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            StaticFiles.writePublic(file, content);
        }
    }
}
