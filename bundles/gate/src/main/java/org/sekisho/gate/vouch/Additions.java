package org.sekisho.gate.vouch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;
import org.sekisho.gate.refusal.NotApproved;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.Approval;
import org.sekisho.gate.trust.Approvals;
import org.sekisho.gate.trust.TrustedLists;

/**
 * What this shop's approvers added to the register, and what lies in the home's {@code bundles} without their word. Of several
 * versions that may run the newest does whose bytes are here and that was not taken back; the others wait in case it does not come up.
 */
final class Additions {

    private static final Comparator<AllowlistEntry> NEWEST_FIRST = Comparator.comparing(
                    (AllowlistEntry entry) -> Version.parseVersion(entry.version()))
            .reversed();

    private final TrustedLists lists;
    private final Approvals approvals;
    private final BundleStore store;
    private final Map<String, List<AllowlistEntry>> versions = new LinkedHashMap<>();
    private final List<TrustRefusal> refusals = new ArrayList<>();

    /** @param home empty when there is none yet: then nothing was added */
    Additions(Optional<Path> home, TrustedLists lists, Approvals approvals, BundleStore store) {
        this.lists = lists;
        this.approvals = approvals;
        this.store = store;
        if (home.isPresent()) {
            for (AllowlistEntry entry : lists.allowlist().entries()) {
                if (mayRun(entry)) {
                    versions.computeIfAbsent(entry.symbolicName(), name -> new ArrayList<>())
                            .add(entry);
                }
            }
            versions.values().forEach(each -> each.sort(NEWEST_FIRST));
            approvals.approved().forEach(this::explain);
            strangers(home.get().resolve("bundles"));
        }
    }

    /** By symbolic name, the newest first: listed, approved, here; not yet looked at. */
    Map<String, List<AllowlistEntry>> versions() {
        return versions;
    }

    List<TrustRefusal> refusals() {
        return refusals;
    }

    /** The names of those who let it in. */
    String approvedBy(AllowlistEntry entry) {
        return approvals
                .of(entry)
                .map(approval ->
                        String.join(", ", approval.signers().stream().sorted().toList()))
                .orElse("");
    }

    private boolean mayRun(AllowlistEntry entry) {
        return !isDelivered(entry)
                && entry.runsHere()
                && approvals.letIn(entry)
                && lists.revocations()
                        .of(entry.sha256())
                        .filter(revocation -> revocation.stops(false))
                        .isEmpty()
                && store.find(entry).isPresent();
    }

    private boolean isDelivered(AllowlistEntry entry) {
        return lists.assembly().bundles().contains(entry.sha256());
    }

    /** Why what somebody approved does not run, unless another version of it does. */
    private void explain(Approval approval) {
        Optional<AllowlistEntry> listed = lists.allowlist().entry(approval.sha256());
        if (versions.containsKey(approval.symbolicName())
                || listed.filter(this::isDelivered).isPresent()) {
            return;
        }
        if (listed.isEmpty()) {
            refusals.add(new NotListed(
                    approval.symbolicName().isEmpty() ? approval.sha256() : approval.symbolicName(),
                    approval.sha256()));
        } else if (!approval.suffices(listed.get())) {
            refusals.add(
                    new NotApproved(listed.get().file(), approval.signers().size(), Approvals.needed(listed.get())));
        } else {
            // Revoked, or its bytes are missing: reading it says which.
            versions.put(approval.symbolicName(), List.of(listed.get()));
        }
    }

    /** Told by their names alone; nothing unapproved is opened. */
    private void strangers(Path folder) {
        Set<String> known = new HashSet<>(lists.assembly().bundles());
        lists.allowlist().entries().stream().filter(approvals::letIn).forEach(entry -> known.add(entry.sha256()));
        approvals.approved().forEach(approval -> known.add(approval.sha256()));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String sha256 = name.split("\\.", 2)[0];
                if (!known.contains(sha256) && !name.endsWith(".new")) {
                    boolean listed = lists.allowlist().entry(sha256).isPresent();
                    refusals.add(listed ? new NotApproved(name, 0, 1) : new NotListed(name, sha256));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // No such folder: nothing was added. What cannot be listed is not told, and not opened either.
        }
    }
}
