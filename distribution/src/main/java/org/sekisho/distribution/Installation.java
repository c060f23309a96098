package org.sekisho.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.sekisho.publishing.Evidence;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.ReleaseTerms;
import org.sekisho.publishing.Revocation;
import org.sekisho.publishing.key.OpenKey;
import org.sekisho.publishing.release.Contents;
import org.sekisho.publishing.release.ListedBundle;
import org.sekisho.publishing.release.Release;
import org.sekisho.publishing.release.Repository;

/**
 * A register that was put together by a development build, or a copy of one, as its integrator changes it: lists more
 * bundles, delivers them with the register, revokes some, and publishes that as a new release of its repository.
 *
 * <p>Nothing counts until {@link #publish()}. For one thread. Work on a copy ({@link #copy}) when others run the original.
 */
public final class Installation {
    private static final String ROOT = "lib/trust/root.json";

    private final Path folder;
    private final DevelopmentKeys keys;
    private final Contents contents;

    private Installation(Path folder, DevelopmentKeys keys, Contents contents) {
        this.folder = folder;
        this.keys = keys;
        this.contents = contents;
    }

    /** Opens a register that these keys signed. */
    public static Installation open(Path folder, DevelopmentKeys keys) throws IOException, PublishingFault {
        byte[] root = Files.readAllBytes(folder.resolve(ROOT));
        return new Installation(folder, keys, Contents.of(repository(folder).read(root)));
    }

    /** Copies a register to a folder that is not there yet, and opens the copy. */
    public static Installation copy(Path from, Path to, DevelopmentKeys keys) throws IOException, PublishingFault {
        Folders.copy(from, to);
        return open(to, keys);
    }

    /** Starts an empty register in a folder; the assembler fills it. */
    static Installation create(Path folder, String name, String version, DevelopmentKeys keys)
            throws IOException, PublishingFault {
        return new Installation(folder, keys, Contents.empty(name, version));
    }

    /**
     * Names the two development approvers, whose signatures {@link #approve} gives. From then on nobody else begins a shop's chain of
     * approvers; a register as it is assembled names nobody, and leaves that to the shop's first manager.
     */
    public void nameApprovers() throws IOException, PublishingFault {
        for (Approver approver : Approver.values()) {
            OpenKey key = keys.key(approver).open();
            contents.approver(approver.person(), key.keyid(), key.toJson());
        }
    }

    /** The register's folder: {@code bin/sekisho} is in it. */
    public Path folder() {
        return folder;
    }

    /**
     * Signs a bundle and puts it on the allowlist. It does not load until the shop approves it ({@link #approve}).
     *
     * @return the SHA-256 of the signed bundle, which is its identity from here on
     */
    public String list(Candidate candidate) throws IOException, PublishingFault {
        ListedBundle bundle = listed(candidate);
        contents.list(bundle);
        return bundle.sha256();
    }

    /** Lists a bundle and makes it one of those the register is delivered with: it loads, after the others. */
    public String deliver(Candidate candidate) throws IOException, PublishingFault {
        ListedBundle bundle = listed(candidate);
        contents.list(bundle);
        contents.deliver(bundle);
        return bundle.sha256();
    }

    /**
     * Delivers a bundle that this build made or took in, and holds it to the rules for plugins if it is one.
     *
     * @param late whether it starts only once the register serves
     * @return the SHA-256 of the signed bundle
     */
    String deliverOwn(Candidate candidate, boolean late) throws IOException, PublishingFault {
        ListedBundle bundle = listed(candidate);
        bundle.requirePluginRules();
        contents.list(bundle);
        if (late) {
            contents.deliverLate(bundle);
        } else {
            contents.deliver(bundle);
        }
        return bundle.sha256();
    }

    /** Takes back what was vouched for. */
    public void revoke(String sha256, Revocation level, String reason) {
        contents.revoke(sha256, level, reason);
    }

    /** Writes a file of the platform (launcher, module, native library) and lists it. */
    public void platform(String file, byte[] content) throws IOException {
        platform(file, content, false);
    }

    /** The same for one that the system starts. */
    void program(String file, byte[] content) throws IOException {
        platform(file, content, true);
    }

    private void platform(String file, byte[] content, boolean executable) throws IOException {
        Path place = folder.resolve(file);
        Files.createDirectories(place.getParent());
        Files.write(place, content);
        if (executable) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        contents.platform(file, content, executable);
    }

    /** Signs all of this as the next release and makes it the one the register knows as its own. */
    public void publish() throws IOException, PublishingFault {
        ReleaseTerms terms = ReleaseTerms.usual(Instant.now());
        Release release = keys.workspace().release(contents.targets(), terms, Passphrases.none());
        release.writeTo(folder.resolve("repository"));
        Path trust = Files.createDirectories(folder.resolve(ROOT).getParent());
        Files.write(folder.resolve(ROOT), release.root());
        Files.write(trust.resolve("lock.json"), Lock.json(release));
    }

    /** Approves listed bundles in a home's {@code approvals.json}, signed by both development approvers, whom the register has to name. */
    public void approve(Path home, List<String> sha256s) throws IOException, PublishingFault {
        Approvals.add(home, contents.entries(sha256s), keys, List.of(Approver.values()));
    }

    /** The same, signed by one approver only: not enough for a bundle with red powers. */
    public void approveAlone(Path home, List<String> sha256s) throws IOException, PublishingFault {
        Approvals.add(home, contents.entries(sha256s), keys, List.of(Approver.APPROVER));
    }

    private ListedBundle listed(Candidate candidate) throws IOException, PublishingFault {
        byte[] jar = candidate.asItIs()
                ? Files.readAllBytes(candidate.jar())
                : keys.workspace().sign(candidate.jar(), Passphrases.none());
        ListedBundle bundle = ListedBundle.of(
                candidate.jar().getFileName().toString(),
                jar,
                candidate.plugin(),
                candidate.granted(),
                keys.publisher(),
                Evidence.ofBuild(Instant.now()));
        return candidate.asItIs() ? bundle : bundle.requireSound();
    }

    private static Repository repository(Path folder) {
        return new Repository(folder.resolve("repository"));
    }
}
