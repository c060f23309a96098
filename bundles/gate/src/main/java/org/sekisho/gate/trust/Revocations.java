package org.sekisho.gate.trust;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;

/** What was listed once and is withdrawn. */
public final class Revocations {

    public static final String NAME = "revocations.json";

    private static final Set<String> KNOWN =
            Set.of("schema", "critical", "revoked", "sha256", "level", "reason", "replacement");

    private final Map<String, Revocation> revoked;

    private Revocations(Map<String, Revocation> revoked) {
        this.revoked = revoked;
    }

    /** How soon it must be gone. */
    public enum Level {
        NO_NEW_INSTALL,
        /** A plugin does not come back at the next start; a bundle of the register stays until it is replaced. */
        OFF_AT_DAY_CLOSE,
        OFF_NOW
    }

    /**
     * One withdrawal, and why.
     *
     * @param replacement the digest of what takes its place; empty where nothing does. A part of the register has one
     */
    public record Revocation(Level level, String reason, String replacement) {

        /** Whether a bundle that starts now must be left out. */
        public boolean stops(boolean belongsToRegister) {
            return level == Level.OFF_NOW || (level == Level.OFF_AT_DAY_CLOSE && !belongsToRegister);
        }
    }

    public static Revocations read(byte[] bytes) throws MalformedDocument {
        Map<String, Revocation> revoked = new HashMap<>();
        for (Fields fields : StrictJson.read(NAME, bytes, Allowlist.LONGEST)
                .ofSchema(1, KNOWN)
                .objects("revoked")) {
            Revocation revocation = new Revocation(
                    level(fields.text("level")),
                    Form.REMARK.of(NAME, fields, "reason"),
                    fields.has("replacement") ? fields.sha256("replacement") : "");
            revoked.merge(fields.sha256("sha256"), revocation, Revocations::stricter);
        }
        return new Revocations(revoked);
    }

    public Optional<Revocation> of(String sha256) {
        return Optional.ofNullable(revoked.get(sha256));
    }

    private static Revocation stricter(Revocation one, Revocation other) {
        return one.level().compareTo(other.level()) >= 0 ? one : other;
    }

    private static Level level(String name) throws MalformedDocument {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return level;
            }
        }
        throw new MalformedDocument(NAME, "the level " + name);
    }
}
