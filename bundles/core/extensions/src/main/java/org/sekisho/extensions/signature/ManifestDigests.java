package org.sekisho.extensions.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;

/** The {@code SHA-256-Digest: …} attributes of manifests and signature files. */
final class ManifestDigests {

    private static final List<String> STRONG = List.of("SHA-256", "SHA-384", "SHA-512");

    private ManifestDigests() {}

    /** What a digest says of some bytes. */
    enum Answer {
        AGREES,
        DIFFERS,
        /** Only digests that no longer prove anything. */
        WEAK,
        NONE
    }

    /** Whether all strong digests with that ending ({@code -Digest}, {@code -Digest-Manifest}) are those of the content. */
    static Answer compare(Attributes attributes, String ending, byte[] content) {
        boolean agrees = false;
        boolean weak = false;
        for (Map.Entry<Object, Object> attribute : attributes.entrySet()) {
            String name = attribute.getKey().toString().toUpperCase(Locale.ROOT);
            if (!name.endsWith(ending.toUpperCase(Locale.ROOT))) {
                continue;
            }
            String algorithm = name.substring(0, name.length() - ending.length());
            if (!STRONG.contains(algorithm)) {
                weak = true;
            } else if (isDigest(algorithm, content, attribute.getValue().toString())) {
                agrees = true;
            } else {
                return Answer.DIFFERS;
            }
        }
        return agrees ? Answer.AGREES : weak ? Answer.WEAK : Answer.NONE;
    }

    private static boolean isDigest(String algorithm, byte[] content, String base64) {
        try {
            byte[] expected = Base64.getDecoder().decode(base64);
            return MessageDigest.isEqual(MessageDigest.getInstance(algorithm).digest(content), expected);
        } catch (IllegalArgumentException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-2", e);
        }
    }

    /** Whether the section promises anything about the file it names. */
    static boolean isSection(Optional<Attributes> attributes) {
        return attributes.stream()
                .flatMap(section -> section.keySet().stream())
                .anyMatch(name -> name.toString().toUpperCase(Locale.ROOT).endsWith("-DIGEST"));
    }
}
