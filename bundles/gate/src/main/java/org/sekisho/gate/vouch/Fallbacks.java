package org.sekisho.gate.vouch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.AllowlistEntry;

/**
 * The older versions of what the shop added that may run too: one takes the place of a newer one that does not come up. Each is read, and
 * verified, when it is asked for.
 */
public final class Fallbacks {

    /** Nothing takes the place of anything. */
    static final Fallbacks NONE = new Fallbacks(Map.of(), entry -> {
        throw new NotListed(entry.file(), entry.sha256());
    });

    private final Map<String, List<AllowlistEntry>> versions;
    private final Reader reader;

    /** @param versions by symbolic name, the newest first */
    Fallbacks(Map<String, List<AllowlistEntry>> versions, Reader reader) {
        this.versions = Map.copyOf(versions);
        this.reader = reader;
    }

    /** The newest of those that are older than this one, and whole. */
    public Optional<VerifiedBundle> after(VerifiedBundle newer) {
        return versions.getOrDefault(newer.entry().symbolicName(), List.of()).stream()
                .dropWhile(entry -> !entry.sha256().equals(newer.entry().sha256()))
                .skip(1)
                .flatMap(entry -> read(entry).stream())
                .findFirst();
    }

    private Optional<VerifiedBundle> read(AllowlistEntry entry) {
        try {
            return Optional.of(reader.read(entry));
        } catch (TrustRefusal spoilt) {
            return Optional.empty();
        }
    }

    /** Reads and verifies one version. */
    @FunctionalInterface
    interface Reader {
        VerifiedBundle read(AllowlistEntry entry) throws TrustRefusal;
    }
}
