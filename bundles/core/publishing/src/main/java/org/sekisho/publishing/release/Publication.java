package org.sekisho.publishing.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.Published;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.ReleaseTerms;
import org.sekisho.publishing.workspace.WorkspaceFolder;

/** Turns a workspace's lists into the next release of a repository. */
public final class Publication {

    private final WorkspaceFolder workspace;

    public Publication(WorkspaceFolder workspace) {
        this.workspace = workspace;
    }

    /** @throws PublishingFault when the folder holds another repository, or keys are missing */
    public Published publish(Path to, ReleaseTerms terms, Passphrases passphrases) throws IOException, PublishingFault {
        Repository repository = new Repository(to);
        List<byte[]> theirs = repository.roots();
        List<byte[]> ours = workspace.roots().history();
        if (!theirs.isEmpty() && (ours.isEmpty() || !Arrays.equals(theirs.get(0), ours.get(0)))) {
            throw new PublishingFault("repository.foreign", to, workspace.folder());
        }
        return workspace.locked(() -> {
            ReleaseTerms above = new ReleaseTerms(
                    terms.now(), terms.timestampLasts(), Math.max(terms.above(), repository.release()));
            Release release = Release.make(workspace, workspace.draft().read().targets(), above, passphrases);
            release.writeTo(to);
            return new Published(release.number(), release.rootVersion(), release.expiries(), release.fingerprint());
        });
    }
}
