package org.sekisho.extensions.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.extensions.jar.JarDigest;

/**
 * Who signed a jar.
 *
 * @param name the common name in the certificate; all of its name where there is none
 * @param spkiSha256 the digest of the public key, lower-case hex: the identity that outlives certificates
 * @param validFrom of the certificate
 * @param validUntil of the certificate
 */
public record Publisher(String name, String spkiSha256, Instant validFrom, Instant validUntil) {

    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:\\\\.|[^,\\\\])+)");

    static Publisher of(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        Matcher common = COMMON_NAME.matcher(name);
        return new Publisher(
                common.find() ? common.group(1).replaceAll("\\\\(.)", "$1") : name,
                JarDigest.sha256(certificate.getPublicKey().getEncoded()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    public boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && !time.isAfter(validUntil);
    }
}
