package org.sekisho.gate.tuf;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * The root of trust: which keys sign for which role.
 *
 * @param development whether the keys were made on the machine that built this
 */
record Root(Metadata metadata, Map<Role, RoleKeys> roles, boolean development) {

    static Root read(String name, byte[] bytes) throws MalformedDocument {
        Metadata metadata = Metadata.read(Role.ROOT, name, bytes);
        Fields signed = metadata.signed();
        if (!signed.flag("consistent_snapshot", false)) {
            throw new MalformedDocument(name, "without consistent snapshots");
        }
        Fields keyFields = signed.object("keys");
        Map<String, PublicKey> keys = new HashMap<>();
        for (String keyid : keyFields.names()) {
            keys.put(keyid, PublicKey.of(name, keyid, keyFields.object(keyid)));
        }
        Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Fields fields = signed.object("roles").object(role.type());
            roles.put(role, RoleKeys.of(name, keys, fields.texts("keyids"), fields.number("threshold")));
        }
        return new Root(metadata, roles, signed.flag("development", false));
    }

    RoleKeys keysOf(Role role) {
        return roles.get(role);
    }

    long version() {
        return metadata.version();
    }
}
