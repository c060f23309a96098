package org.sekisho.gate.vouch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.NotApproved;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.Approvals;
import org.sekisho.gate.trust.TrustedLists;

/** What this shop's approvers added to the register, and what lies in the home's {@code bundles} without their word. */
final class Additions {

    private final TrustedLists lists;
    private final List<AllowlistEntry> entries = new ArrayList<>();
    private final List<TrustRefusal> refusals = new ArrayList<>();
    private Approvals approvals = Approvals.NONE;

    /** @param seen the highest version of the approvals that this home has run */
    Additions(Optional<Path> home, TrustedLists lists, long seen) {
        this.lists = lists;
        if (home.isPresent()) {
            try {
                approvals = read(home.get().resolve(Approvals.NAME), seen);
            } catch (TrustRefusal refusal) {
                refusals.add(refusal);
            }
            Set<String> approved = new HashSet<>(approvals.approved());
            approvals.approved().forEach(this::add);
            strangers(home.get().resolve("bundles"), approved);
        }
    }

    Approvals approvals() {
        return approvals;
    }

    /** Listed and approved; not yet looked at. */
    List<AllowlistEntry> entries() {
        return entries;
    }

    List<TrustRefusal> refusals() {
        return refusals;
    }

    String approvedBy() {
        return String.join(", ", approvals.signers().stream().sorted().toList());
    }

    private Approvals read(Path file, long seen) throws TrustRefusal {
        try {
            return Approvals.read(Files.readAllBytes(file), lists.approvers(), seen);
        } catch (NoSuchFileException e) {
            return Approvals.NONE;
        } catch (IOException e) {
            throw new MalformedDocument(Approvals.NAME, "unreadable");
        }
    }

    private void add(String sha256) {
        if (lists.assembly().bundles().contains(sha256)) {
            return;
        }
        Optional<AllowlistEntry> entry = lists.allowlist().entry(sha256);
        if (entry.isEmpty()) {
            refusals.add(new NotListed(sha256, sha256));
        } else if (approvals.signers().size() < Approvals.needed(entry.get())) {
            refusals.add(
                    new NotApproved(entry.get().file(), approvals.signers().size(), Approvals.needed(entry.get())));
        } else {
            entries.add(entry.get());
        }
    }

    /** Told by their names alone; nothing unapproved is opened. */
    private void strangers(Path folder, Set<String> approved) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String sha256 = name.split("\\.", 2)[0];
                if (!approved.contains(sha256)) {
                    boolean listed = lists.allowlist().entry(sha256).isPresent();
                    refusals.add(listed ? new NotApproved(name, 0, 1) : new NotListed(name, sha256));
                }
            }
        } catch (IOException e) {
            // No such folder: nothing was added.
        }
    }
}
