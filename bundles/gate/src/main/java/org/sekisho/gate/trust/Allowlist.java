package org.sekisho.gate.trust;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;

/** All that was vetted, by digest. */
public final class Allowlist {

    public static final String NAME = "allowlist.json";
    static final int LONGEST = 16 << 20;

    private final Map<String, AllowlistEntry> entries;

    private Allowlist(Map<String, AllowlistEntry> entries) {
        this.entries = entries;
    }

    public static Allowlist read(byte[] bytes) throws MalformedDocument {
        Map<String, AllowlistEntry> entries = new LinkedHashMap<>();
        for (Fields fields : StrictJson.read(NAME, bytes, LONGEST)
                .ofSchema(1, AllowlistEntry.KNOWN)
                .objects("entries")) {
            AllowlistEntry entry = AllowlistEntry.of(fields);
            if (entries.put(entry.sha256(), entry) != null) {
                throw new MalformedDocument(NAME, entry.file() + " is listed twice");
            }
        }
        return new Allowlist(entries);
    }

    public Optional<AllowlistEntry> entry(String sha256) {
        return Optional.ofNullable(entries.get(sha256));
    }

    public Collection<AllowlistEntry> entries() {
        return entries.values();
    }
}
