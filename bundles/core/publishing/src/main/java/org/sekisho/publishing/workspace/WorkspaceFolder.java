package org.sekisho.publishing.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sekisho.publishing.AllowRequest;
import org.sekisho.publishing.Allowed;
import org.sekisho.publishing.KeyInfo;
import org.sekisho.publishing.KeyPlace;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.Published;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.ReleaseTerms;
import org.sekisho.publishing.Revocation;
import org.sekisho.publishing.Workspace;
import org.sekisho.publishing.jar.JarSigning;
import org.sekisho.publishing.jar.StrictJar;
import org.sekisho.publishing.key.KeyFiles;
import org.sekisho.publishing.key.OpenKey;
import org.sekisho.publishing.key.SigningKey;
import org.sekisho.publishing.release.Draft;
import org.sekisho.publishing.release.Publication;
import org.sekisho.publishing.release.Release;
import org.sekisho.publishing.release.Roots;
import org.sekisho.publishing.release.SigningTable;
import org.sekisho.publishing.release.StaticFiles;

/**
 * An integrator's folder (0700): keys, the roots that were ever signed, the number of the last release, and the lists that are to be
 * published next. Nobody else may read it, and it never lies inside a register's home.
 */
public final class WorkspaceFolder implements Workspace {

    private static final String RELEASE = "release";

    private final Path folder;
    private final KeyFiles keys;
    private final KeyFiles retired;

    private WorkspaceFolder(Path folder) {
        this.folder = folder;
        this.keys = new KeyFiles(folder);
        this.retired = new KeyFiles(folder.resolve("retired"));
    }

    /** The one in a folder, which need not be there yet. */
    public static WorkspaceFolder in(Path folder) {
        return new WorkspaceFolder(folder.toAbsolutePath().normalize());
    }

    @Override
    public Path folder() {
        return folder;
    }

    /** Its keys in use; a key that was retired is not among them. */
    public KeyFiles files() {
        return keys;
    }

    /** Keys that the next root no longer names, and that sign for it once more. */
    public KeyFiles retired() {
        return retired;
    }

    /** The keys for a role, by rising name. */
    public List<OpenKey> keysOf(KeyRole role) throws IOException, PublishingFault {
        return keys.all().stream()
                .filter(key -> roleOf(key.name()).equals(Optional.of(role)))
                .toList();
    }

    /** {@code targets-2} is for targets. */
    public static Optional<KeyRole> roleOf(String name) {
        return KeyRole.ofWord(name.replaceFirst("-[0-9]+$", ""));
    }

    @Override
    public List<KeyInfo> keys() throws IOException, PublishingFault {
        return keys.all().stream().flatMap(key -> info(key).stream()).toList();
    }

    /** Empty for a key that is for no role of a workspace. */
    private Optional<KeyInfo> info(OpenKey key) {
        return roleOf(key.name())
                .map(role -> new KeyInfo(
                        key.name(),
                        role,
                        key.type(),
                        key.keyid(),
                        keys.secretFile(key.name()),
                        keys.canSign(key.name())));
    }

    @Override
    public KeyInfo newKey(KeyRole role, KeyType type, KeyPlace place, String owner, Passphrase passphrase)
            throws IOException, PublishingFault {
        if (type == KeyType.ML_DSA_65 && !role.belongsOffline()) {
            throw new PublishingFault("key.post-quantum", type.word());
        }
        OpenKey made = locked(() -> keys.make(freeName(role), type, place, owner, passphrase));
        return info(made).orElseThrow();
    }

    private String freeName(KeyRole role) {
        return Stream.concat(
                        Stream.of(role.word()), IntStream.iterate(2, i -> i + 1).mapToObj(i -> role.word() + "-" + i))
                .filter(name -> !keys.has(name) && !retired.has(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void retire(String name) throws IOException, PublishingFault {
        if (!keys.has(name)) {
            throw new PublishingFault("key.unknown", name, folder);
        }
        locked(() -> {
            keys.move(name, retired.folder());
            return name;
        });
    }

    /** How many keys of a role must sign; what is written beside the keys, 1 where nothing is. */
    public int threshold(KeyRole role) throws IOException {
        Path file = folder.resolve(role.word() + ".threshold");
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1;
    }

    @Override
    public void threshold(KeyRole role, int signatures) throws IOException, PublishingFault {
        if (signatures < 1 || signatures > 100) {
            throw new PublishingFault("key.threshold", signatures);
        }
        locked(() -> {
            write(role.word() + ".threshold", signatures + "\n");
            return signatures;
        });
    }

    /** The number of the next release: higher than the given one and than all before, in every process on this machine. */
    public long nextRelease(long above) throws IOException, PublishingFault {
        return locked(() -> {
            long next = Math.max(lastRelease(), above) + 1;
            write(RELEASE, next + "\n");
            return next;
        });
    }

    private long lastRelease() throws IOException {
        Path file = folder.resolve(RELEASE);
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    }

    /** The roots that were signed here. */
    public Roots roots() {
        return new Roots(this);
    }

    /** The lists that are to be published next. */
    public Draft draft() {
        return new Draft(this);
    }

    /** Signs these targets as the next release; nothing is published yet. */
    public Release release(Map<String, byte[]> targets, ReleaseTerms terms, Passphrases passphrases)
            throws IOException, PublishingFault {
        return Release.make(this, targets, terms, passphrases);
    }

    @Override
    public byte[] sign(Path jar, Passphrases passphrases) throws IOException, PublishingFault {
        return new JarSigning(publisher(passphrases), keys.certificate(publisher())).sign(StrictJar.of(jar));
    }

    @Override
    public List<String> signDocument(Path document, Passphrases passphrases) throws IOException, PublishingFault {
        return new SigningTable(this, passphrases).signForOthers(document);
    }

    @Override
    public boolean isBegun() {
        return draft().exists();
    }

    @Override
    public void begin(Path from) throws IOException, PublishingFault {
        draft().beginFrom(from);
    }

    @Override
    public boolean isRootOf(Path from) throws IOException {
        return draft().belongsTo(from);
    }

    @Override
    public Allowed allow(AllowRequest request) throws IOException, PublishingFault {
        return locked(() -> new Lists(draft()).allow(request));
    }

    @Override
    public List<String> revoke(String what, Revocation level, String reason) throws IOException, PublishingFault {
        return locked(() -> new Lists(draft()).revoke(what, level, reason));
    }

    @Override
    public Published publish(Path to, ReleaseTerms terms, Passphrases passphrases) throws IOException, PublishingFault {
        return new Publication(this).publish(to, terms, passphrases);
    }

    private SigningKey publisher(Passphrases passphrases) throws IOException, PublishingFault {
        return keys.secret(publisher().name(), passphrases);
    }

    /** @throws PublishingFault when no publisher's key can sign here */
    public OpenKey publisher() throws IOException, PublishingFault {
        return keysOf(KeyRole.PUBLISHER).stream()
                .filter(key -> keys.canSign(key.name()))
                .findFirst()
                .orElseThrow(() -> new PublishingFault("key.none", KeyRole.PUBLISHER.word(), folder));
    }

    /** Writes a file of this folder. */
    public void write(String name, String text) throws IOException {
        StaticFiles.writePrivate(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Does something that no other process does in this folder at the same time. */
    public <T> T locked(Callable<T> deed) throws IOException, PublishingFault {
        return WorkspaceLock.hold(folder, deed);
    }
}
