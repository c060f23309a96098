package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.MasterToken;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.Vault;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.RecoveryKey;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.VaultSetup;
import org.sekisho.storage.VaultState;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;

/** The vault of the home: made once, opened with the secret that {@code vault.json} says where to find. */
@Component(service = {VaultSetup.class, HomeVault.class})
public final class HomeVault implements VaultSetup {

    private static final byte[] ACCESS = "sekisho database access".getBytes(UTF_8);

    private final Home home;
    private final Vault vault;
    private final Map<String, String> environment;
    /** Of what is open of this home now: a renewal reaches them. */
    private final Set<Ring> inUse = ConcurrentHashMap.newKeySet();

    /** There where the integrator listed the plugin; it may come after the vault. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable MasterToken token;

    @Activate
    public HomeVault(@Reference Home home, @Reference Vault vault) {
        this(home, vault, System.getenv());
    }

    /** @param environment where {@code HOME}, {@code XDG_CONFIG_HOME} and {@code CREDENTIALS_DIRECTORY} (systemd.exec(5)) are looked up */
    public HomeVault(Home home, Vault vault, Map<String, String> environment) {
        this.home = home;
        this.vault = vault;
        this.environment = Map.copyOf(environment);
    }

    /** One per home: its folder's name, so that a person finds it, and a digest of its path, so that no two collide. */
    @Override
    public Path defaultKeyFile() {
        Path folder = home.folder();
        Path name = folder.getFileName();
        String readable = name == null ? "home" : name.toString().replaceAll("[^A-Za-z0-9._-]", "_");
        return configuration().resolve("sekisho").resolve(readable + "-" + digest(folder.toString()) + ".key");
    }

    @Override
    public boolean isDone() {
        return Files.exists(VaultFile.in(home.folder()));
    }

    @Override
    public RecoveryKey create(KeySource source) throws StorageFault {
        Path folder = home.folder();
        if (isDone()) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "There is a vault in " + folder
                            + " already. Nothing was changed: a new one could not open the data.");
        }
        SecretFile secrets = secrets();
        KeySource kept = secrets.make(source);
        try (MasterSecret master = secrets.read(kept);
                MasterSecret recovery = randomKey()) {
            String envelope = vault.create(master);
            String second = vault.rewrap(envelope, master, recovery);
            try (Sealer sealer = vault.open(envelope, master)) {
                byte[] sealed = sealer.seal(randomPassword().getBytes(UTF_8), ACCESS);
                new VaultFile(kept, envelope, base64(sealed), second, null).write(folder);
            }
            return new RecoveryKey(RecoveryText.write(recovery.bytes()));
        } catch (VaultFault e) {
            throw new StorageFault(StorageFault.Kind.OTHER, "The new vault does not open again: " + e.getMessage(), e);
        }
    }

    @Override
    public Path nextKeyFile() {
        Path first = defaultKeyFile();
        String name = String.valueOf(first.getFileName()).replaceFirst("\\.key$", "");
        Path next = first;
        for (int number = 2; Files.exists(next); number++) {
            next = first.resolveSibling(name + "-" + number + ".key");
        }
        return next;
    }

    @Override
    public VaultState state() throws StorageFault {
        VaultFile file = VaultFile.read(home.folder());
        open(file).close();
        try {
            return new VaultState(
                    file.source(), vault.derivation(file.envelope()), file.recovery() != null, file.earlier() != null);
        } catch (VaultFault e) {
            throw fault(e, file);
        }
    }

    @Override
    public void rotate(KeySource next, Step before) throws StorageFault {
        rotate(next, null, before);
    }

    @Override
    public RecoveryKey rotateBoth(KeySource next, Step before) throws StorageFault {
        try (MasterSecret recovery = randomKey()) {
            rotate(next, recovery, before);
            return new RecoveryKey(RecoveryText.write(recovery.bytes()));
        }
    }

    @Override
    public RecoveryKey renew(KeySource next, Step before) throws StorageFault {
        VaultFile file = VaultFile.read(home.folder());
        if (isShared()) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The lanes of one PostgreSQL share a data key, which cannot be changed under them. Nothing was changed and sales"
                            + " continue: sekisho vault rotate --new-recovery-key changes what opens it, on each lane.");
        }
        if (file.earlier() != null) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The data in " + home.folder()
                            + " is still being sealed by the data key of the last renewal. Nothing was"
                            + " changed and sales continue: wait until sekisho vault status says that it is done.");
        }
        try (MasterSecret recovery = randomKey()) {
            change(
                    next,
                    (now, master, then) -> {
                        String envelope = vault.create(then);
                        String access = access(now, master, envelope, then);
                        VaultFile.Earlier earlier = new VaultFile.Earlier(
                                vault.rewrap(now.envelope(), master, then),
                                vault.rewrap(now.envelope(), master, recovery));
                        return new VaultFile(
                                now.source(), envelope, access, vault.rewrap(envelope, then, recovery), earlier);
                    },
                    before);
            return new RecoveryKey(RecoveryText.write(recovery.bytes()));
        }
    }

    private boolean isShared() throws StorageFault {
        try {
            return home.settings().database().startsWith("jdbc:postgresql:");
        } catch (HomeFault e) {
            throw new StorageFault(StorageFault.Kind.OTHER, e.getMessage(), e);
        }
    }

    private String access(VaultFile now, MasterSecret master, String envelope, MasterSecret then)
            throws VaultFault, StorageFault {
        try (Sealer of = vault.open(now.envelope(), master);
                Sealer to = vault.open(envelope, then)) {
            return base64(to.seal(of.open(now.sealedAccess(), ACCESS), ACCESS));
        }
    }

    /** @param recovery null where the one of now stays */
    private void rotate(KeySource next, @Nullable MasterSecret recovery, Step before) throws StorageFault {
        change(
                next,
                (now, master, then) -> {
                    VaultFile.Earlier earlier = now.earlier();
                    return new VaultFile(
                            now.source(),
                            vault.rewrap(now.envelope(), master, then),
                            now.access(),
                            recovery == null ? now.recovery() : vault.rewrap(now.envelope(), master, recovery),
                            earlier == null
                                    ? null
                                    : new VaultFile.Earlier(
                                            vault.rewrap(earlier.envelope(), master, then),
                                            recovery == null
                                                    ? earlier.recovery()
                                                    : vault.rewrap(earlier.envelope(), master, recovery)));
                },
                before);
    }

    /** What stands in the vault from then on, but for where the secret lies. */
    private interface Change {
        VaultFile of(VaultFile now, MasterSecret master, MasterSecret then) throws VaultFault, StorageFault;
    }

    private synchronized void change(KeySource next, Change change, Step before) throws StorageFault {
        Path folder = home.folder();
        VaultFile file = VaultFile.read(folder);
        SecretFile secrets = secrets();
        secrets.refuse(next);
        open(file).close();
        KeySource kept = secrets.make(next);
        try (MasterSecret master = secrets.read(file.source());
                MasterSecret then = secrets.read(kept)) {
            if (MessageDigest.isEqual(master.bytes(), then.bytes())) {
                throw new StorageFault(
                        StorageFault.Kind.OTHER,
                        kept.path() + " holds the secret that opens the register in " + folder
                                + " already. Nothing was changed: name a file with another one, or one that is not there yet.");
            }
            VaultFile changed = change.of(file, master, then).lyingIn(kept);
            requireOpens(changed, changed.envelope(), then);
            boolean renewed = changed.earlier() != null && file.earlier() == null;
            Map<Ring, Sealer> newest = new HashMap<>();
            for (Ring ring : renewed ? List.copyOf(inUse) : List.<Ring>of()) {
                newest.put(ring, vault.open(changed.envelope(), then));
            }
            before.run();
            changed.write(folder);
            newest.forEach(Ring::renew);
        } catch (VaultFault e) {
            throw fault(e, file);
        }
    }

    /** Whether something may still be sealed by the data key before. */
    public boolean isRenewing() throws StorageFault {
        return isDone() && VaultFile.read(home.folder()).earlier() != null;
    }

    /** Nothing is sealed by the data key before any more: it is forgotten, in the home and in memory. */
    public synchronized void endRenewal() throws StorageFault {
        VaultFile file = VaultFile.read(home.folder());
        if (file.earlier() != null) {
            new VaultFile(file.source(), file.envelope(), file.access(), file.recovery(), null).write(home.folder());
            inUse.forEach(Ring::forgetEarlier);
        }
    }

    @Override
    public synchronized void recover(Path recoveryKey, KeySource next) throws StorageFault {
        recovered(VaultFile.read(home.folder()), recoveryKey, next).write(home.folder());
    }

    private VaultFile recovered(VaultFile file, Path recoveryKey, KeySource next) throws StorageFault {
        SecretFile secrets = secrets();
        secrets.refuse(next);
        String second = file.recovery();
        if (second == null) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "There is no recovery key for this home: only its secret, "
                            + file.source().path() + ", opens it. Put that back.");
        }
        try (MasterSecret recovery = secrets.recovery(recoveryKey)) {
            requireOpens(file, second, recovery);
            KeySource kept = secrets.make(next);
            try (MasterSecret then = secrets.read(kept)) {
                String envelope = vault.rewrap(second, recovery, then);
                requireOpens(file, envelope, then);
                VaultFile.Earlier earlier = file.earlier();
                String before = earlier == null ? null : earlier.recovery();
                return new VaultFile(
                        kept,
                        envelope,
                        file.access(),
                        second,
                        before == null ? null : new VaultFile.Earlier(vault.rewrap(before, recovery, then), before));
            }
        } catch (VaultFault e) {
            if (e.kind() == VaultFault.Kind.WRONG_SECRET) {
                throw new StorageFault(
                        StorageFault.Kind.WRONG_KEY,
                        "The recovery key in " + recoveryKey
                                + " has no typing mistake, but it is not the one that opens this: it belongs to another"
                                + " home, or was replaced by a newer one. Nothing was changed.",
                        e);
            }
            throw fault(e, file);
        }
    }

    private void requireOpens(VaultFile file, String envelope, MasterSecret secret) throws VaultFault, StorageFault {
        try (Sealer sealer = vault.open(envelope, secret)) {
            sealer.open(file.sealedAccess(), ACCESS);
        }
    }

    private SecretFile secrets() {
        return new SecretFile(
                home.folder(),
                new Tokens(() -> Optional.ofNullable(token)),
                Optional.ofNullable(environment.get("CREDENTIALS_DIRECTORY")).map(Path::of));
    }

    /**
     * Opens the vault of the home.
     *
     * @throws StorageFault when there is none, its secret is missing or the wrong one, or it was changed
     */
    public synchronized OpenVault open() throws StorageFault {
        OpenVault open = open(VaultFile.read(home.folder()));
        inUse.add(open.ring());
        return open;
    }

    /** The wrapped data key and where its secret lies, in one line: nothing secret. */
    public String text() throws StorageFault {
        return VaultFile.read(home.folder()).text();
    }

    /**
     * Opens the vault of a copy of a home, as {@link #open()} does.
     *
     * @param text as {@link #text}, {@link #named} or {@link #recovered} gave it
     */
    public OpenVault open(String text) throws StorageFault {
        return open(parsed(text));
    }

    /** The last step of a home that is made from a copy. */
    public void write(String text) throws StorageFault {
        parsed(text).write(home.folder());
    }

    /**
     * The vault of a copy, with the place where its secret lies now.
     *
     * @param secret empty where it lies where the text says
     */
    public String named(String text, Optional<KeySource> secret) throws StorageFault {
        VaultFile file = parsed(text);
        KeySource source = secret.map(SecretFile::absolute).orElse(file.source());
        if (source instanceof KeySource.Token there && file.source() instanceof KeySource.Token was) {
            source = new KeySource.Token(there.path(), there.pinFile(), was.challenge());
        }
        return file.lyingIn(source).text();
    }

    /** The vault of a copy, wrapped by another secret, as {@link #recover} does it; nothing is written but a new key file. */
    public String recovered(String text, Path recoveryKey, KeySource next) throws StorageFault {
        return recovered(parsed(text), recoveryKey, next).text();
    }

    private VaultFile parsed(String text) throws StorageFault {
        return VaultFile.parse(text, VaultFile.in(home.folder()));
    }

    private OpenVault open(VaultFile file) throws StorageFault {
        try (MasterSecret master = secrets().read(file.source())) {
            Ring ring = ring(file, master);
            boolean opened = false;
            try {
                OpenVault open = new OpenVault(ring, new String(ring.open(file.sealedAccess(), ACCESS), UTF_8));
                opened = true;
                return open;
            } finally {
                if (!opened) {
                    ring.close();
                }
            }
        } catch (VaultFault e) {
            throw fault(e, file);
        }
    }

    private Ring ring(VaultFile file, MasterSecret master) throws VaultFault {
        Sealer newest = vault.open(file.envelope(), master);
        VaultFile.Earlier earlier = file.earlier();
        try {
            return new Ring(newest, earlier == null ? null : vault.open(earlier.envelope(), master), inUse::remove);
        } catch (VaultFault e) {
            newest.close();
            throw e;
        }
    }

    private StorageFault fault(VaultFault e, VaultFile file) {
        return switch (e.kind()) {
            case WRONG_SECRET ->
                new StorageFault(
                        StorageFault.Kind.WRONG_KEY,
                        file.source().path() + " is not the secret that opens the register in " + home.folder()
                                + ". The data stays sealed: put the right file there.",
                        e);
            case ENVELOPE, RECORD, TOKEN, TOKEN_PIN, TOKEN_KEY -> VaultFile.damaged(VaultFile.in(home.folder()));
        };
    }

    private Path configuration() {
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (xdg.startsWith("/")) {
            return Path.of(xdg);
        }
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config");
    }

    private static String base64(byte[] sealed) {
        return Base64.getEncoder().encodeToString(sealed);
    }

    private static MasterSecret randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return MasterSecret.ofKey(key);
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String digest(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(sha256, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
