package org.sekisho.publishing.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.publishing.KeyPlace;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.release.StaticFiles;

/**
 * The keys of a folder. {@code NAME.pub.pem} is the public half; the secret one is in {@code NAME.p12}, {@code NAME.pem} or, on a
 * token, described by {@code NAME.pkcs11}; where none of these is there, it is kept elsewhere. {@code NAME.crt.pem} is a
 * publisher's certificate.
 */
public final class KeyFiles {

    private static final String PUBLIC = ".pub.pem";
    private static final String CERTIFICATE = ".crt.pem";
    private static final String STORE = ".p12";
    private static final String SECRET = ".pem";
    private static final String TOKEN = ".pkcs11";
    private static final List<String> ENDINGS = List.of(PUBLIC, CERTIFICATE, STORE, SECRET, TOKEN);

    private final Path folder;

    public KeyFiles(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** The public halves of all keys, by rising name. */
    public List<OpenKey> all() throws IOException, PublishingFault {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(PUBLIC))
                    .map(file -> file.substring(0, file.length() - PUBLIC.length()))
                    .sorted()
                    .toList();
        }
        List<OpenKey> keys = new ArrayList<>();
        for (String name : names) {
            keys.add(open(name));
        }
        return keys;
    }

    public boolean has(String name) {
        return Files.exists(file(name, PUBLIC));
    }

    /** Whether the secret half is at hand. */
    public boolean canSign(String name) {
        return Stream.of(STORE, SECRET, TOKEN).anyMatch(ending -> Files.exists(file(name, ending)));
    }

    public OpenKey open(String name) throws IOException, PublishingFault {
        try {
            return OpenKey.ofPem(name, Files.readAllBytes(file(name, PUBLIC)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PublishingFault("key.unreadable", name);
        }
    }

    /** Reads the secret half, which is at hand. */
    public SigningKey secret(String name, Passphrases passphrases) throws IOException, PublishingFault {
        OpenKey open = open(name);
        try {
            if (Files.exists(file(name, TOKEN))) {
                Path configuration = Token.configuration(Files.readAllBytes(file(name, TOKEN)));
                try (Passphrase pin = passphrases.of(name)) {
                    return Token.open(name, configuration, pin).key(open);
                }
            }
            PrivateKey secret =
                    Files.exists(file(name, STORE)) ? fromStore(name, passphrases) : fromPem(open, passphrases);
            return new SigningKey(open, secret, Optional.empty());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PublishingFault("key.unreadable", name);
        }
    }

    private PrivateKey fromStore(String name, Passphrases passphrases)
            throws GeneralSecurityException, IOException, PublishingFault {
        try (Passphrase passphrase = passphrases.of(name)) {
            return KeyStoreFile.open(name, Files.readAllBytes(file(name, STORE)), passphrase);
        }
    }

    private PrivateKey fromPem(OpenKey open, Passphrases passphrases)
            throws GeneralSecurityException, IOException, PublishingFault {
        byte[] text = Files.readAllBytes(file(open.name(), SECRET));
        if (Pem.is(EncryptedPem.CLEAR, text)) {
            return EncryptedPem.openClear(open.type(), text);
        }
        try (Passphrase passphrase = passphrases.of(open.name())) {
            return EncryptedPem.open(open.name(), open.type(), text, passphrase.inAscii());
        }
    }

    /** Makes a pair and writes it, its public half last: what was interrupted before that is no key. */
    public OpenKey make(String name, KeyType type, KeyPlace place, String owner, Passphrase passphrase)
            throws IOException, PublishingFault {
        try {
            if (place instanceof KeyPlace.OnToken token) {
                SigningKey key =
                        Token.open(name, token.configuration(), passphrase).make(name, type, owner);
                StaticFiles.writePrivate(file(name, TOKEN), Token.description(token.configuration(), key.open()));
                return finish(key, owner);
            }
            passphrase.forNewKey().inAscii();
            SigningKey key = generate(name, type);
            if (((KeyPlace.InFile) place).format() == KeyPlace.Format.P12) {
                if (type == KeyType.ML_DSA_65) {
                    throw new PublishingFault("key.pem-only", type.word());
                }
                StaticFiles.writePrivate(
                        file(name, STORE), KeyStoreFile.of(name, key.secret(), SelfSigned.of(owner, key), passphrase));
            } else {
                StaticFiles.writePrivate(file(name, SECRET), EncryptedPem.of(key.secret(), passphrase));
            }
            return finish(key, owner);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** The same in the clear, with Ed25519, for builds that nobody sells with. */
    public OpenKey makeForDevelopment(String name, String owner) throws IOException {
        try {
            SigningKey key = generate(name, KeyType.ED25519);
            StaticFiles.writePrivate(file(name, SECRET), EncryptedPem.ofClear(key.secret()));
            return finish(key, owner);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static SigningKey generate(String name, KeyType type) throws GeneralSecurityException {
        KeyPair pair = Algorithms.generate(type, Optional.empty());
        return new SigningKey(OpenKey.of(name, pair.getPublic()), pair.getPrivate(), Optional.empty());
    }

    private OpenKey finish(SigningKey key, String owner) throws IOException, GeneralSecurityException {
        String name = key.open().name();
        if (name.startsWith(KeyRole.PUBLISHER.word())) {
            byte[] certificate = SelfSigned.of(owner, key).getEncoded();
            StaticFiles.writePrivate(file(name, CERTIFICATE), Pem.of("CERTIFICATE", certificate));
        }
        StaticFiles.writePrivate(file(name, PUBLIC), key.open().toPem());
        return key.open();
    }

    /** @throws PublishingFault when it is not the certificate of this key */
    public X509Certificate certificate(OpenKey key) throws IOException, PublishingFault {
        try {
            X509Certificate certificate = SelfSigned.read(Files.readAllBytes(file(key.name(), CERTIFICATE)));
            if (certificate.getPublicKey().equals(key.key())) {
                return certificate;
            }
        } catch (GeneralSecurityException e) {
            throw new PublishingFault("key.unreadable", key.name());
        }
        throw new PublishingFault("key.certificate", file(key.name(), CERTIFICATE));
    }

    /** Moves a key to another folder. */
    public void move(String name, Path to) throws IOException {
        StaticFiles.createPrivateFolder(to);
        for (String ending : ENDINGS) {
            if (Files.exists(file(name, ending))) {
                Files.move(file(name, ending), to.resolve(name + ending));
            }
        }
    }

    /** Where its secret half lies. */
    public Path secretFile(String name) {
        return Stream.of(STORE, TOKEN)
                .map(ending -> file(name, ending))
                .filter(Files::exists)
                .findFirst()
                .orElse(file(name, SECRET));
    }

    private Path file(String name, String ending) {
        return folder.resolve(name + ending);
    }
}
