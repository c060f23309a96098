package org.sekisho.gate.tuf;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongVersion;

/**
 * What one update believes so far, with the checks of the TUF specification's client workflow (5.2 to 5.6) but those of age.
 * Each step takes a file as it was received, and believes it or refuses it; what is refused changes nothing. One thread.
 */
final class TrustedMetadata {

    private Root root;
    private @Nullable Metadata timestamp;
    private @Nullable Metadata snapshot;

    private TrustedMetadata(Root root) {
        this.root = root;
    }

    /**
     * @param root what came with the register, or was trusted last
     * @throws TrustRefusal when it does not even sign itself
     */
    static TrustedMetadata from(byte[] root) throws TrustRefusal {
        Root trusted = Root.read("root.json", root);
        trusted.require(Role.ROOT, trusted.metadata().document());
        return new TrustedMetadata(trusted);
    }

    Root root() {
        return root;
    }

    /** Takes the next root (5.3.4, 5.3.5), which both this one and itself must have signed. */
    Root root(String path, byte[] bytes) throws TrustRefusal {
        Root next = Root.read(path, bytes);
        root.require(Role.ROOT, next.metadata().document());
        next.require(Role.ROOT, next.metadata().document());
        requireVersion(next.metadata(), root.version() + 1);
        root = next;
        return next;
    }

    /**
     * Takes a time-stamp (5.4.2, 5.4.3).
     *
     * @return the one taken before when this has the same version: that changes nothing
     */
    Metadata timestamp(String path, byte[] bytes, Seen seen) throws TrustRefusal {
        Metadata offered = signed(Role.TIMESTAMP, path, bytes);
        if (timestamp != null && offered.version() == timestamp.version()) {
            return timestamp;
        }
        seen.requireTimestamp(offered);
        seen.requireSnapshotOf(offered);
        timestamp = offered;
        return offered;
    }

    /** Takes the snapshot that the time-stamp names (5.5.2 to 5.5.5). */
    Metadata snapshot(String path, byte[] bytes, Seen seen) throws TrustRefusal {
        requireFile("snapshot", path, bytes);
        Metadata offered = signed(Role.SNAPSHOT, path, bytes);
        requireVersion(offered, reference("snapshot").number("version"));
        seen.requireTargetsOf(offered);
        Seen.of(Optional.empty(), Optional.of(offered)); // reads it whole: the next update must be able to
        snapshot = offered;
        return offered;
    }

    /** Takes the targets that the snapshot names (5.6.2 to 5.6.4). */
    Metadata targets(String path, byte[] bytes) throws TrustRefusal {
        requireFile("targets", path, bytes);
        Metadata offered = signed(Role.TARGETS, path, bytes);
        requireVersion(offered, reference("targets").number("version"));
        return offered;
    }

    /** Takes the metadata of who was delegated to, in the same way. */
    Metadata delegated(Delegation delegation, String path, byte[] bytes) throws TrustRefusal {
        requireFile(delegation.role(), path, bytes);
        Metadata offered = Metadata.read(Role.TARGETS, path, bytes);
        delegation.keys().require(offered.document());
        requireVersion(offered, reference(delegation.role()).number("version"));
        return offered;
    }

    /** Metadata that these roots' keys signed, whatever else is to be said of them. */
    Metadata signed(Role role, String path, byte[] bytes) throws TrustRefusal {
        Metadata offered = Metadata.read(role, path, bytes);
        root.require(role, offered.document());
        return offered;
    }

    /** The name under which the repository has the version of a role's metadata that was referred to. */
    String path(String role) throws TrustRefusal {
        String name = role + ".json";
        return root.consistentSnapshots() ? reference(role).number("version") + "." + name : name;
    }

    /** In bytes. */
    int longest(String role) throws TrustRefusal {
        Fields reference = reference(role);
        return reference.has("length")
                ? (int) Math.max(0, Math.min(reference.number("length"), Metadata.LONGEST))
                : Metadata.LONGEST;
    }

    private void requireFile(String role, String path, byte[] bytes) throws TrustRefusal {
        FileReference.ofMetadata(path, reference(role)).require(bytes);
    }

    private Fields reference(String role) throws TrustRefusal {
        Metadata by = role.equals(Role.SNAPSHOT.type()) ? timestamp : snapshot;
        if (by == null) {
            throw new IllegalStateException(role + " before what refers to it");
        }
        String name = role + ".json";
        if (!by.signed().object("meta").has(name)) {
            throw MissingFile.document(name);
        }
        return by.meta(name);
    }

    private static void requireVersion(Metadata offered, long version) throws WrongVersion {
        if (offered.version() != version) {
            throw new WrongVersion(offered.name(), version, offered.version());
        }
    }
}
