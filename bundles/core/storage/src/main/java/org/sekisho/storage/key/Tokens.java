package org.sekisho.storage.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.MasterToken;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;

/** Asks tokens for the master secret, where the plugin for them is installed. */
final class Tokens {

    private static final int LONGEST_PIN_FILE = 4096;

    private final Supplier<Optional<MasterToken>> plugin;

    Tokens(Supplier<Optional<MasterToken>> plugin) {
        this.plugin = plugin;
    }

    /** With the token's key there, and a fresh challenge for it. */
    KeySource.Token make(KeySource.Token wanted) throws StorageFault {
        use(wanted, (token, pin) -> {
            token.prepare(wanted.path(), pin);
            return new byte[0];
        });
        byte[] challenge = new byte[MasterToken.CHALLENGE_BYTES];
        new SecureRandom().nextBytes(challenge);
        return new KeySource.Token(
                wanted.path(), wanted.pinFile(), HexFormat.of().formatHex(challenge));
    }

    MasterSecret secret(KeySource.Token source) throws StorageFault {
        if (source.challenge().isEmpty()) {
            throw new StorageFault(
                    StorageFault.Kind.WRONG_KEY,
                    "No token opens this: it was sealed by a key file or a passphrase. Name that.");
        }
        byte[] challenge = HexFormat.of().parseHex(source.challenge());
        return MasterSecret.ofKey(use(source, (token, pin) -> token.secret(source.path(), pin, challenge)));
    }

    private byte[] use(KeySource.Token source, Use use) throws StorageFault {
        MasterToken token = plugin.get()
                .orElseThrow(() -> new StorageFault(
                        StorageFault.Kind.KEY_MISSING,
                        "The secret is on a token (" + source.path() + "), and the plugin for tokens,"
                                + " org.sekisho.vault.pkcs11, is not installed. The data stays sealed and nothing can be sold: let your"
                                + " integrator list it."));
        if (!Files.exists(source.path())) {
            throw new StorageFault(
                    StorageFault.Kind.KEY_MISSING,
                    "The file " + source.path() + ", which says where the token is, is not there. The data stays sealed"
                            + " and nothing can be sold until it is back.");
        }
        char[] pin = pin(source.pinFile());
        try {
            return use.of(token, pin);
        } catch (VaultFault e) {
            throw fault(e, source);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static StorageFault fault(VaultFault e, KeySource.Token source) {
        String named = "The token that " + source.path() + " names ";
        return switch (e.kind()) {
            case TOKEN_PIN ->
                new StorageFault(
                        StorageFault.Kind.WRONG_KEY,
                        named + "does not take the PIN in " + source.pinFile() + " (" + e.getMessage()
                                + "). The data stays sealed: put the right PIN there before you try again; tokens lock after a few.",
                        e);
            case TOKEN_KEY ->
                new StorageFault(
                        StorageFault.Kind.WRONG_KEY,
                        named
                                + "has no key of the register's: it is another token, or one that was set up anew. The data stays"
                                + " sealed: put the right token in.",
                        e);
            default ->
                new StorageFault(
                        StorageFault.Kind.KEY_MISSING,
                        named + "cannot be used (" + e.getMessage()
                                + "). The data stays sealed and nothing can be sold: put it in, or see to its library.",
                        e);
        };
    }

    /** The first line. */
    private static char[] pin(Path file) throws StorageFault {
        try {
            if (!Files.exists(file) || Files.size(file) > LONGEST_PIN_FILE) {
                throw new StorageFault(
                        StorageFault.Kind.KEY_MISSING,
                        "The file " + file + " with the token's PIN is not there. Write the PIN into its first line.");
            }
            SecretFile.refuseOthers("file " + file + " with the token's PIN", file);
            byte[] all = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(all));
            int end = 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            char[] pin = new char[end];
            text.get(pin);
            Arrays.fill(all, (byte) 0);
            Arrays.fill(text.array(), '\0');
            return pin;
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.KEY_MISSING,
                    "The file " + file + " with the token's PIN cannot be read (" + e.getMessage() + ").",
                    e);
        }
    }

    /** What is done with the token and its PIN. */
    private interface Use {
        byte[] of(MasterToken token, char[] pin) throws VaultFault;
    }
}
