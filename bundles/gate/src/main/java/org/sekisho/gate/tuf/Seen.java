package org.sekisho.gate.tuf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.RolledBack;

/**
 * What an update must not fall behind.
 *
 * @param targets by the names of their metadata files; each must stay listed
 */
record Seen(long timestamp, long snapshot, Map<String, Long> targets) {

    Seen {
        targets = Map.copyOf(targets);
    }

    static Seen of(Versions versions) {
        return new Seen(versions.timestamp(), versions.snapshot(), Map.of("targets.json", versions.targets()));
    }

    /** What the metadata say that were trusted last. */
    static Seen of(Optional<Metadata> timestamp, Optional<Metadata> snapshot) throws MalformedDocument {
        Map<String, Long> targets = new HashMap<>();
        if (snapshot.isPresent()) {
            Fields meta = snapshot.get().signed().object("meta");
            for (String name : meta.names()) {
                targets.put(name, meta.object(name).number("version"));
            }
        }
        return timestamp.isPresent()
                ? new Seen(
                        timestamp.get().version(),
                        timestamp.get().meta("snapshot.json").number("version"),
                        targets)
                : new Seen(0, 0, targets);
    }

    void requireTimestamp(Metadata offered) throws RolledBack {
        notOlder(offered.name(), offered.version(), timestamp);
    }

    void requireSnapshotOf(Metadata offered) throws MalformedDocument, RolledBack {
        notOlder("snapshot.json", offered.meta("snapshot.json").number("version"), snapshot);
    }

    void requireTargetsOf(Metadata offered) throws MalformedDocument, RolledBack {
        Fields meta = offered.signed().object("meta");
        for (Map.Entry<String, Long> target : targets.entrySet()) {
            String name = target.getKey();
            notOlder(name, meta.has(name) ? meta.object(name).number("version") : 0, target.getValue());
        }
    }

    private static void notOlder(String name, long offered, long least) throws RolledBack {
        if (offered < least) {
            throw new RolledBack(name, offered, least);
        }
    }
}
