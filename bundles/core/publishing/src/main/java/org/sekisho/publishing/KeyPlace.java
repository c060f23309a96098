package org.sekisho.publishing;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the secret half of a key lies. */
public sealed interface KeyPlace {

    /** In a file of the workspace, under a passphrase. */
    record InFile(Format format) implements KeyPlace {}

    /**
     * On a token that never gives it away, behind its PIN.
     *
     * @param configuration of Java's SunPKCS11 provider: {@code name}, {@code library}, {@code slot}
     */
    record OnToken(Path configuration) implements KeyPlace {}

    /** How a file holds it. */
    enum Format {
        /** PKCS#12, which {@code keytool} and {@code openssl} read. */
        P12,
        /** PKCS#8 in PEM, under PBES2 with AES-256. */
        PEM;

        public static Optional<Format> ofWord(String word) {
            return Stream.of(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }
}
