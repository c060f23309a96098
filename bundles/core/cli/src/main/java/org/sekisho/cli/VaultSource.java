package org.sekisho.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.storage.KeySource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code --key-file K | --passphrase-file P | --pkcs11 C --pin-file F}: where the vault's secret lies, or shall lie. */
final class VaultSource {

    @ArgGroup
    private @Nullable Named named;

    /** One or the other. */
    static final class Named {
        @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "init.key-file")
        private @Nullable String keyFile;

        @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "init.passphrase-file")
        private @Nullable String passphraseFile;

        @ArgGroup(exclusive = false)
        private @Nullable OnToken token;
    }

    /** A key on a token. */
    static final class OnToken {
        @Option(names = "--pkcs11", paramLabel = "CONFIG", required = true, descriptionKey = "vault.pkcs11-config")
        private String configuration = "";

        @Option(names = "--pin-file", paramLabel = "FILE", required = true, descriptionKey = "vault.pin-file")
        private String pinFile = "";
    }

    /** Empty where neither is named. */
    Optional<KeySource> of(Console console) {
        if (named != null && named.passphraseFile != null) {
            return Optional.of(new KeySource.PassphraseFile(
                    console.path(named.passphraseFile).toAbsolutePath().normalize()));
        }
        if (named != null && named.token != null) {
            return Optional.of(new KeySource.Token(
                    console.path(named.token.configuration).toAbsolutePath().normalize(),
                    console.path(named.token.pinFile).toAbsolutePath().normalize(),
                    ""));
        }
        if (named != null && named.keyFile != null) {
            return Optional.of(new KeySource.KeyFile(
                    console.path(named.keyFile).toAbsolutePath().normalize()));
        }
        return Optional.empty();
    }
}
