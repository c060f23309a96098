package org.sekisho.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sekisho.extensions.BundleFacts;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.key.SigningKey;
import org.sekisho.publishing.workspace.WorkspaceFolder;

/**
 * The integrator's workspace of whoever builds on this machine, and the keys of the shop's two approvers. It is made once, lies outside
 * the build folder and is worth nothing elsewhere: no passphrase protects its keys, and its root says that it is for development.
 */
public final class DevelopmentKeys {
    /** The name by which {@code vet} and {@code list} know who signs here. */
    private static final String OWNER = "Sekisho development";

    private final WorkspaceFolder workspace;

    private DevelopmentKeys(WorkspaceFolder workspace) {
        this.workspace = workspace;
    }

    /** Those of this machine's user: {@code SEKISHO_DEVELOPMENT} names the folder, else it lies in the user's configuration folder. */
    public static DevelopmentKeys ofThisUser() throws IOException, PublishingFault {
        return open(usualFolder(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    static Path usualFolder(Map<String, String> environment, Path userHome) {
        Optional<Path> named = Optional.ofNullable(environment.get("SEKISHO_DEVELOPMENT"))
                .filter(value -> !value.isBlank())
                .map(Path::of);
        Path configuration = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(userHome.resolve(".config"));
        return named.orElse(configuration.resolve("sekisho").resolve("development"));
    }

    /** Reads the keys in a folder and makes those that are missing. Safe for processes that do so at the same time. */
    public static DevelopmentKeys open(Path folder) throws IOException, PublishingFault {
        WorkspaceFolder workspace = WorkspaceFolder.in(folder);
        return workspace.locked(() -> {
            for (KeyRole role : KeyRole.values()) {
                makeIfMissing(workspace, role.word());
            }
            for (Approver approver : Approver.values()) {
                makeIfMissing(workspace, approver.keyName());
            }
            workspace.files().certificate(workspace.publisher());
            if (workspace.roots().history().isEmpty()) {
                workspace.roots().beginDevelopment(Instant.now());
            }
            return new DevelopmentKeys(workspace);
        });
    }

    private static void makeIfMissing(WorkspaceFolder workspace, String name) throws IOException {
        if (!workspace.files().has(name)) {
            workspace.files().makeForDevelopment(name, OWNER);
        }
    }

    WorkspaceFolder workspace() {
        return workspace;
    }

    SigningKey key(Approver approver) throws IOException, PublishingFault {
        return workspace.files().secret(approver.keyName(), Passphrases.none());
    }

    /** Who signs the bundles, as their entries name them. */
    BundleFacts.Signer publisher() throws IOException, PublishingFault {
        return new BundleFacts.Signer(
                OWNER, Digests.sha256(workspace.publisher().key().getEncoded()));
    }

    /** Where they lie. */
    public Path folder() {
        return workspace.folder();
    }
}
