package org.sekisho.gate.vouch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.refusal.MalformedDocument;
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

    /** @throws TrustRefusal when the chain of approvers does not hold; then only the integrator's count */
    ShopApprovers approvers(Approvers integrators, TrustStore.Memory seen) throws TrustRefusal {
        List<byte[]> chain = new ArrayList<>();
        for (long version = 1; ; version++) {
            Optional<byte[]> next = read(chainFile(integrators.epoch(), version), Approvers.NAME);
            if (next.isEmpty()) {
                break;
            }
            chain.add(next.get());
        }
        return ShopApprovers.read(chain, integrators, seen.approversIn(integrators.epoch()));
    }

    Approvals approvals(ShopApprovers approvers, TrustStore.Memory seen) throws TrustRefusal {
        Optional<byte[]> bytes = read(home.resolve(Approvals.NAME), Approvals.NAME);
        return bytes.isPresent()
                ? Approvals.read(bytes.get(), approvers.approvers(), seen.approvals())
                : Approvals.NONE;
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
