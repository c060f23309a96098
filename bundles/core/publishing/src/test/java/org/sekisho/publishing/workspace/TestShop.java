package org.sekisho.publishing.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.extensions.BundleFacts;
import org.sekisho.gate.tuf.RepositoryClient;
import org.sekisho.gate.tuf.VerifiedRepository;
import org.sekisho.gate.tuf.Versions;
import org.sekisho.publishing.AllowRequest;
import org.sekisho.publishing.Evidence;
import org.sekisho.publishing.KeyPlace;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.Published;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.ReleaseTerms;
import org.sekisho.publishing.jar.Jars;
import org.sekisho.publishing.release.Contents;
import org.sekisho.publishing.release.Draft;

/** An integrator with a key for each role and a list, and the folder that they publish. */
public final class TestShop {
    public static final Passphrases KNOWN = key -> phrase();

    private final Path folder;
    private final WorkspaceFolder workspace;

    public TestShop(Path folder) throws IOException, PublishingFault {
        this.folder = folder;
        workspace = WorkspaceFolder.in(folder.resolve("workspace"));
        for (KeyRole role : KeyRole.values()) {
            key(role);
        }
        new Draft(workspace).keep(Contents.empty("corner-shop", "1"));
    }

    public static Passphrase phrase() {
        return new Passphrase("correct horse battery".toCharArray());
    }

    public WorkspaceFolder workspace() {
        return workspace;
    }

    /** The published folder. */
    public Path site() {
        return folder.resolve("site");
    }

    public void key(KeyRole role) throws IOException, PublishingFault {
        workspace.newKey(role, KeyType.ED25519, new KeyPlace.InFile(KeyPlace.Format.P12), "Corner", phrase());
    }

    public Published publish() throws IOException, PublishingFault {
        return workspace.publish(site(), ReleaseTerms.usual(Instant.now()), KNOWN);
    }

    /** A signed bundle; extra manifest lines end with a line break each. */
    public Path signed(String name, String version, String headers) throws IOException, PublishingFault {
        Path jar = Jars.bundle(folder.resolve(version), name, headers);
        String manifest = Jars.manifest(name, headers).replace("Bundle-Version: 1.0.0", "Bundle-Version: " + version);
        Jars.jar(jar, manifest, Map.of("a/file.txt", "hello " + version));
        return Files.write(jar, workspace.sign(jar, KNOWN));
    }

    public AllowRequest request(Path jar) throws IOException {
        return new AllowRequest(
                jar,
                BundleFacts.read(Files.readAllBytes(jar)).sha256(),
                true,
                Optional.empty(),
                new Evidence("tests 1", Instant.now().truncatedTo(ChronoUnit.SECONDS), "ClamAV", "CLEAN"));
    }

    /** What a register that pinned this root takes from the published folder. */
    public VerifiedRepository taken(byte[] pinnedRoot) throws Exception {
        return RepositoryClient.verify(
                site(),
                pinnedRoot,
                Versions.NONE,
                Versions.NONE,
                List.of(Contents.ALLOWLIST, Contents.REVOCATIONS, Contents.ASSEMBLY, Contents.APPROVERS));
    }

    public byte[] firstRoot() throws IOException {
        return Files.readAllBytes(site().resolve("metadata/1.root.json"));
    }
}
