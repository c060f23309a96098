package org.sekisho.gate.tuf;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.TrustRefusal;

/**
 * The root of trust: which keys sign for which role.
 *
 * @param consistentSnapshots whether names of files carry their version or digest
 * @param development whether the keys were made on the machine that built this; no field of TUF's
 */
record Root(Metadata metadata, Map<Role, Signers> roles, boolean consistentSnapshots, boolean development) {

    /** Who signs for one role. */
    record Signers(RoleKeys keys, Optional<PostQuantum> postQuantum) {

        void require(SignedDocument document) throws TrustRefusal {
            keys.require(document);
            if (postQuantum.isPresent()) {
                postQuantum.get().require(document);
            }
        }
    }

    /** Reads it without believing it: that is {@link #require}'s part. */
    static Root read(String name, byte[] bytes) throws MalformedDocument {
        Metadata metadata = Metadata.read(Role.ROOT, name, bytes);
        Fields signed = metadata.signed();
        Fields keyFields = signed.object("keys");
        Map<String, PublicKey> keys = new HashMap<>();
        for (String keyid : keyFields.names()) {
            keys.put(keyid, PublicKey.read(keyFields.object(keyid)));
        }
        Map<Role, Signers> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Fields fields = signed.object("roles").object(role.type());
            roles.put(role, new Signers(RoleKeys.of(name, keys, fields), PostQuantum.of(name, fields)));
        }
        return new Root(metadata, roles, signed.flag("consistent_snapshot", false), signed.flag("development", false));
    }

    /** @throws TrustRefusal when the document is not signed as this root wants it of the role */
    void require(Role role, SignedDocument document) throws TrustRefusal {
        roles.get(role).require(document);
    }

    /** Whether the keys of time-stamp and snapshot are the same in both: new ones forgive what the old ones were misused for. */
    boolean countsOnWith(Root other) {
        return roles.get(Role.TIMESTAMP).equals(other.roles.get(Role.TIMESTAMP))
                && roles.get(Role.SNAPSHOT).equals(other.roles.get(Role.SNAPSHOT));
    }

    long version() {
        return metadata.version();
    }
}
