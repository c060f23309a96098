package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.Vault;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.VaultSetup;
import org.sekisho.storage.VaultState;
import org.sekisho.store.Home;

/** The vault of the home: made once, opened with the secret that {@code vault.json} says where to find. */
@Component(service = {VaultSetup.class, HomeVault.class})
public final class HomeVault implements VaultSetup {

    private static final byte[] ACCESS = "sekisho database access".getBytes(UTF_8);

    private final Home home;
    private final Vault vault;
    private final Map<String, String> environment;

    @Activate
    public HomeVault(@Reference Home home, @Reference Vault vault) {
        this(home, vault, System.getenv());
    }

    /** @param environment where {@code HOME} and {@code XDG_CONFIG_HOME} are looked up */
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
    public void create(KeySource source) throws StorageFault {
        Path folder = home.folder();
        if (isDone()) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "There is a vault in " + folder
                            + " already. Nothing was changed: a new one could not open the data.");
        }
        SecretFile secrets = new SecretFile(folder);
        KeySource kept = absolute(source);
        secrets.refuseInsideHome(SecretFile.path(kept));
        makeKey(kept);
        try (MasterSecret master = secrets.read(kept)) {
            String envelope = vault.create(master);
            try (Sealer sealer = vault.open(envelope, master)) {
                byte[] sealed = sealer.seal(randomPassword().getBytes(UTF_8), ACCESS);
                new VaultFile(kept, envelope, Base64.getEncoder().encodeToString(sealed)).write(folder);
            }
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
        open().close();
        try {
            return new VaultState(file.source(), vault.derivation(file.envelope()));
        } catch (VaultFault e) {
            throw fault(e, file);
        }
    }

    @Override
    public synchronized void rotate(KeySource next, Step before) throws StorageFault {
        Path folder = home.folder();
        VaultFile file = VaultFile.read(folder);
        SecretFile secrets = new SecretFile(folder);
        KeySource kept = absolute(next);
        secrets.refuseInsideHome(SecretFile.path(kept));
        open().close();
        makeKey(kept);
        try (MasterSecret master = secrets.read(file.source());
                MasterSecret then = secrets.read(kept)) {
            if (MessageDigest.isEqual(master.bytes(), then.bytes())) {
                throw new StorageFault(
                        StorageFault.Kind.OTHER,
                        SecretFile.path(kept) + " holds the secret that opens the register in " + folder
                                + " already. Nothing was changed: name a file with another one, or one that is not there yet.");
            }
            String envelope = vault.rewrap(file.envelope(), master, then);
            try (Sealer sealer = vault.open(envelope, then)) {
                sealer.open(file.sealedAccess(), ACCESS);
            }
            before.run();
            new VaultFile(kept, envelope, file.access()).write(folder);
        } catch (VaultFault e) {
            throw fault(e, file);
        }
    }

    private static KeySource absolute(KeySource source) {
        Path file = SecretFile.path(source).toAbsolutePath().normalize();
        return source instanceof KeySource.KeyFile ? new KeySource.KeyFile(file) : new KeySource.PassphraseFile(file);
    }

    private static void makeKey(KeySource source) throws StorageFault {
        if (source instanceof KeySource.KeyFile key && !Files.exists(key.path())) {
            NewKeyFile.write(key.path());
        }
    }

    /**
     * Opens the vault of the home.
     *
     * @throws StorageFault when there is none, its secret is missing or the wrong one, or it was changed
     */
    public OpenVault open() throws StorageFault {
        return open(VaultFile.read(home.folder()));
    }

    /** The wrapped data key and where its secret lies, in one line: nothing secret. */
    public String text() throws StorageFault {
        return VaultFile.read(home.folder()).text();
    }

    /**
     * Opens the vault of a copy of a home, as {@link #open()} does.
     *
     * @param text as {@link #text} gave it
     * @param secret where it lies now; empty where it lies where the text says
     */
    public OpenVault open(String text, Optional<KeySource> secret) throws StorageFault {
        return open(of(text, secret));
    }

    /** The last step of a home that is made from a copy. */
    public void write(String text, Optional<KeySource> secret) throws StorageFault {
        of(text, secret).write(home.folder());
    }

    private VaultFile of(String text, Optional<KeySource> secret) throws StorageFault {
        VaultFile file = VaultFile.parse(text, VaultFile.in(home.folder()));
        return new VaultFile(secret.map(HomeVault::absolute).orElse(file.source()), file.envelope(), file.access());
    }

    private OpenVault open(VaultFile file) throws StorageFault {
        try (MasterSecret master = new SecretFile(home.folder()).read(file.source())) {
            Sealer sealer = vault.open(file.envelope(), master);
            return new OpenVault(sealer, new String(sealer.open(file.sealedAccess(), ACCESS), UTF_8));
        } catch (VaultFault e) {
            throw fault(e, file);
        }
    }

    private StorageFault fault(VaultFault e, VaultFile file) {
        return switch (e.kind()) {
            case WRONG_SECRET ->
                new StorageFault(
                        StorageFault.Kind.WRONG_KEY,
                        SecretFile.path(file.source()) + " is not the secret that opens the register in "
                                + home.folder() + ". The data stays sealed: put the right file there.",
                        e);
            case ENVELOPE, RECORD -> VaultFile.damaged(VaultFile.in(home.folder()));
        };
    }

    private Path configuration() {
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (xdg.startsWith("/")) {
            return Path.of(xdg);
        }
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config");
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
