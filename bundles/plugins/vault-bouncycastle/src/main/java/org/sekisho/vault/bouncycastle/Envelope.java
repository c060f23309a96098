package org.sekisho.vault.bouncycastle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.sekisho.api.vault.VaultFault;

/**
 * The wrapped data key and how its wrapping key is made, as a JSON text without any secret:
 * {@code {"format":1,"cipher":"AES-256-GCM","kdf":{"name","salt",…},"wrapped","digest"}}.
 *
 * <p>The digest (SHA-256 of the binding and the wrapped key) only tells a damaged envelope from a wrong secret; what keeps the key
 * is the tag of the wrapping.
 *
 * @param wrapped the sealed data key, in hex
 */
record Envelope(KeyDerivation derivation, String wrapped) {

    private static final int FORMAT = 1;
    private static final String CIPHER = "AES-256-GCM";
    private static final Set<String> NAMES = Set.of("format", "cipher", "kdf", "wrapped", "digest");
    private static final Set<String> HKDF_NAMES = Set.of("name", "salt");
    private static final Set<String> ARGON2_NAMES = Set.of("name", "salt", "memoryKiB", "passes", "lanes");

    String toJson() {
        JsonObject kdf = new JsonObject();
        if (derivation instanceof Argon2id argon2) {
            kdf.addProperty("name", Argon2id.NAME);
            kdf.addProperty("memoryKiB", argon2.memoryKiB());
            kdf.addProperty("passes", argon2.passes());
            kdf.addProperty("lanes", argon2.lanes());
        } else {
            kdf.addProperty("name", Hkdf.NAME);
        }
        kdf.addProperty("salt", derivation.salt());
        JsonObject envelope = new JsonObject();
        envelope.addProperty("format", FORMAT);
        envelope.addProperty("cipher", CIPHER);
        envelope.add("kdf", kdf);
        envelope.addProperty("wrapped", wrapped);
        envelope.addProperty("digest", digest());
        return envelope.toString();
    }

    static Envelope fromJson(String json) throws VaultFault {
        try {
            JsonObject read = StrictJson.object(json);
            if (!read.keySet().equals(NAMES)
                    || read.get("format").getAsInt() != FORMAT
                    || !CIPHER.equals(read.get("cipher").getAsString())) {
                throw damaged("it is not of a format this version knows");
            }
            KeyDerivation derivation = derivation(read.getAsJsonObject("kdf"));
            Envelope envelope = new Envelope(derivation, read.get("wrapped").getAsString());
            if (!envelope.digest().equals(read.get("digest").getAsString())) {
                throw damaged("its digest does not fit");
            }
            return envelope;
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw damaged("it cannot be read");
        }
    }

    private static KeyDerivation derivation(JsonObject kdf) throws VaultFault {
        Set<String> names = kdf.keySet();
        if (!names.equals(HKDF_NAMES) && !names.equals(ARGON2_NAMES)) {
            throw damaged("its key derivation is not complete");
        }
        String name = kdf.get("name").getAsString();
        String salt = kdf.get("salt").getAsString();
        if (HexFormat.of().parseHex(salt).length != KeyDerivation.SALT_BYTES) {
            throw damaged("its salt has the wrong length");
        }
        if (name.equals(Hkdf.NAME) && names.equals(HKDF_NAMES)) {
            return new Hkdf(salt);
        }
        if (name.equals(Argon2id.NAME) && names.equals(ARGON2_NAMES)) {
            return new Argon2id(
                    salt,
                    kdf.get("memoryKiB").getAsInt(),
                    kdf.get("passes").getAsInt(),
                    kdf.get("lanes").getAsInt());
        }
        throw damaged("it names a key derivation this version does not know");
    }

    private String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((FORMAT + "|" + CIPHER + "|").getBytes(US_ASCII));
            sha256.update(derivation.binding());
            return HexFormat.of().formatHex(sha256.digest(wrapped.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VaultFault damaged(String why) {
        return new VaultFault(VaultFault.Kind.ENVELOPE, "The vault's envelope was changed: " + why + ".");
    }
}
