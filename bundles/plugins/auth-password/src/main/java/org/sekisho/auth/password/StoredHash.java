package org.sekisho.auth.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored password in the PHC string format: {@code $argon2id$v=19$m=32768,t=2,p=1$salt$tag}, salt and tag in Base64 without padding.
 *
 * <p>The arrays are this value's own: nobody else holds or changes them.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of this package
record StoredHash(Argon2Cost cost, byte[] salt, byte[] tag) {

    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19"
            + "\\$m=([1-9][0-9]{0,8}),t=([1-9][0-9]{0,8}),p=([1-9][0-9]{0,8})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** Empty where it is not of this scheme, is malformed, or claims a cost that is not believed. */
    static Optional<StoredHash> parse(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            StoredHash stored = new StoredHash(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5)));
            return Optional.of(stored).filter(s -> s.cost.isBearable());
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(tag);
    }
}
