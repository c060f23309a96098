package org.sekisho.publishing.release;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sekisho.gate.tuf.Fingerprint;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.ReleaseTerms;
import org.sekisho.publishing.workspace.WorkspaceFolder;

/** One release, signed in full: what a register finds when it looks for news. */
public final class Release {

    private static final String TARGETS = "targets.json";

    private final Map<String, byte[]> targets;
    private final List<byte[]> roots;
    private final Map<String, byte[]> metadata;
    private final byte[] timestamp;
    private final SigningTable table;
    private final List<String> waited;

    private Release(
            Map<String, byte[]> targets,
            List<byte[]> roots,
            Map<String, byte[]> metadata,
            byte[] timestamp,
            SigningTable table,
            List<String> waited) {
        this.targets = targets;
        this.roots = roots;
        this.metadata = metadata;
        this.timestamp = timestamp;
        this.table = table;
        this.waited = waited;
    }

    /**
     * Signs root (where the keys have changed), targets, snapshot and time-stamp, in this order.
     *
     * @throws org.sekisho.publishing.SignaturesMissing when other machines must sign first
     */
    public static Release make(
            WorkspaceFolder workspace, Map<String, byte[]> targets, ReleaseTerms terms, Passphrases passphrases)
            throws IOException, PublishingFault {
        return workspace.locked(() -> sign(workspace, targets, terms, passphrases));
    }

    private static Release sign(
            WorkspaceFolder workspace, Map<String, byte[]> targets, ReleaseTerms terms, Passphrases passphrases)
            throws IOException, PublishingFault {
        Documents documents = new Documents(terms.now(), terms.timestampLasts());
        SigningTable table = new SigningTable(workspace, passphrases);
        JsonObject root = root(workspace, documents, table);

        JsonObject described = table.sameOrThis(TARGETS, documents.targets(0, targets), documents.now());
        if (described.get("version").getAsLong() <= terms.above()) {
            described.addProperty("version", workspace.nextRelease(terms.above()));
        }
        long version = described.get("version").getAsLong();
        byte[] signedTargets = table.complete(TARGETS, described, Rule.of(KeyRole.TARGETS, root));
        byte[] snapshot = table.complete(
                "snapshot.json",
                table.sameOrThis("snapshot.json", documents.snapshot(version, version, signedTargets), documents.now()),
                Rule.of(KeyRole.SNAPSHOT, root));
        byte[] timestamp = table.complete(
                "timestamp.json",
                table.sameOrThis("timestamp.json", documents.timestamp(version, snapshot), documents.now()),
                Rule.of(KeyRole.TIMESTAMP, root));
        Map<String, byte[]> metadata = new TreeMap<>();
        metadata.put(version + "." + TARGETS, signedTargets);
        metadata.put(version + ".snapshot.json", snapshot);
        return new Release(
                targets,
                workspace.roots().history(),
                metadata,
                timestamp,
                table,
                List.of(TARGETS, "snapshot.json", "timestamp.json"));
    }

    /** The root in force, a new one where the workspace's keys are not those of the newest. */
    private static JsonObject root(WorkspaceFolder workspace, Documents documents, SigningTable table)
            throws IOException, PublishingFault {
        Roots roots = workspace.roots();
        Optional<JsonObject> newest = roots.newest();
        Optional<JsonObject> due = roots.due(documents);
        if (due.isEmpty()) {
            return newest.orElseThrow();
        }
        String name = "root.json";
        JsonObject root = table.sameOrThis(name, due.get(), documents.now());
        List<Rule> rules = new ArrayList<>(Rule.of(KeyRole.ROOT, root));
        newest.ifPresent(old -> rules.addAll(Rule.of(KeyRole.ROOT, old)));
        byte[] signed = table.complete(name, root, rules);
        roots.add(root.get("version").getAsLong(), signed);
        table.clear(name);
        return root;
    }

    /**
     * Writes what a web server shows. Until the time-stamp, which comes last and in one step, the release before is the newest, and
     * what it needs stays for ever; so whatever interrupts this, doing it again mends it.
     */
    public void writeTo(Path folder) throws IOException, PublishingFault {
        new Repository(folder).write(targets, roots, metadata, timestamp);
        for (String name : waited) {
            table.clear(name);
        }
    }

    /** Its number: the version of time-stamp, snapshot and targets. */
    public long number() {
        return signed(timestamp).get("version").getAsLong();
    }

    /** The version of the root in force. */
    public int rootVersion() {
        return roots.size();
    }

    /** The root in force, for registers to pin. */
    public byte[] root() {
        return roots.get(roots.size() - 1);
    }

    public Instant signedAt() {
        return Instant.parse(signed(timestamp).get("time").getAsString());
    }

    /** When each document gets too old to install by, in the order root, targets, snapshot, timestamp. */
    public Map<KeyRole, Instant> expiries() {
        Map<KeyRole, Instant> expiries = new TreeMap<>();
        expiries.put(KeyRole.ROOT, expiry(root()));
        expiries.put(KeyRole.TARGETS, expiry(metadata.get(number() + "." + TARGETS)));
        expiries.put(KeyRole.SNAPSHOT, expiry(metadata.get(number() + ".snapshot.json")));
        expiries.put(KeyRole.TIMESTAMP, expiry(timestamp));
        return expiries;
    }

    /** What is read over the phone. */
    public String fingerprint() {
        return Fingerprint.of(timestamp).text();
    }

    private static Instant expiry(byte[] document) {
        return Instant.parse(signed(document).get("expires").getAsString());
    }

    private static JsonObject signed(byte[] document) {
        return Json.object(document).getAsJsonObject("signed");
    }
}
