package org.sekisho.gate.vouch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.Approvals;
import org.sekisho.gate.trust.Approvers;
import org.sekisho.gate.trust.ShopApprovers;

/**
 * The documents that a shop signs itself, as they lie in its home: {@code approvals.json} and {@code approvers/EPOCH/VERSION.json}.
 *
 * @param home need not exist yet
 */
record ShopDocuments(Path home) {

    /**
     * Takes what holds; what does not is told, and never a reason to stop.
     *
     * @param home what the home remembers; who can write it can write that too
     * @param elsewhere what was seen elsewhere: where the documents do not follow that, the home's memory is not believed either
     */
    ShopTrust read(Approvers integrators, ShopVersions home, ShopVersions elsewhere) {
        ShopTrust held = read(integrators, elsewhere);
        return held.lost().isPresent() ? held : read(integrators, elsewhere.max(home));
    }

    private ShopTrust read(Approvers integrators, ShopVersions seenEver) {
        ShopVersions seen = seenEver.in(integrators.epoch());
        if (seen.epoch() > integrators.epoch()) {
            TrustRefusal older = new RolledBack(Approvers.NAME, integrators.epoch(), seen.epoch());
            return new ShopTrust(
                    ShopApprovers.none(integrators),
                    Approvals.none(integrators.epoch()),
                    List.of(older),
                    Optional.of(older),
                    seen);
        }
        List<TrustRefusal> refusals = new ArrayList<>();
        List<TrustRefusal> lost = new ArrayList<>();
        ShopApprovers approvers = ShopApprovers.none(integrators);
        try {
            approvers = approvers(integrators, seen.approvers());
        } catch (TrustRefusal refusal) {
            refusals.add(refusal);
            if (seen.approvers().version() > 0) {
                lost.add(refusal);
            }
        }
        Approvals approvals = Approvals.none(integrators.epoch());
        try {
            approvals = approvals(approvers, seen.approvals());
        } catch (TrustRefusal refusal) {
            refusals.add(refusal);
            if (seen.approvals().version() > 0) {
                lost.add(refusal);
            }
        }
        return new ShopTrust(approvers, approvals, refusals, lost.stream().findFirst(), seen);
    }

    private ShopApprovers approvers(Approvers integrators, DocumentVersion seen) throws TrustRefusal {
        List<byte[]> chain = new ArrayList<>();
        for (long version = 1; ; version++) {
            Optional<byte[]> next = read(chainFile(integrators.epoch(), version), Approvers.NAME);
            if (next.isEmpty()) {
                break;
            }
            chain.add(next.get());
        }
        return ShopApprovers.read(chain, integrators, seen);
    }

    private Approvals approvals(ShopApprovers approvers, DocumentVersion seen) throws TrustRefusal {
        Optional<byte[]> bytes = read(home.resolve(Approvals.NAME), Approvals.NAME);
        if (bytes.isPresent()) {
            return Approvals.read(bytes.get(), approvers.approvers(), seen);
        }
        if (seen.version() > 0) {
            throw new RolledBack(Approvals.NAME, 0, seen.version());
        }
        return Approvals.none(approvers.approvers().epoch());
    }

    void keepApprovals(byte[] bytes) throws IOException {
        AtomicFiles.write(home.resolve(Approvals.NAME), bytes);
    }

    void keepApprovers(long epoch, long version, byte[] bytes) throws IOException {
        AtomicFiles.write(chainFile(epoch, version), bytes);
    }

    private Path chainFile(long epoch, long version) {
        return home.resolve("approvers").resolve(Long.toString(epoch)).resolve(version + ".json");
    }

    private static Optional<byte[]> read(Path file, String name) throws MalformedDocument {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new MalformedDocument(name, "unreadable");
        }
    }
}
