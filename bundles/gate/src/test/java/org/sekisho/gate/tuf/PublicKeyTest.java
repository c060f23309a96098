package org.sekisho.gate.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;

/** The vectors are those of RFC 8032, section 7.1. */
class PublicKeyTest {

    private static final String PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    private static final byte[] MESSAGE = {0x72};
    private static final byte[] SIGNATURE = HexFormat.of()
            .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    @Test
    void theRfcsSignatureHolds() throws MalformedDocument {
        assertThat(key(PUBLIC, "ed25519").verifies(MESSAGE, SIGNATURE)).isTrue();
    }

    @Test
    void anotherMessageOrOneFlippedBitDoesNot() throws MalformedDocument {
        byte[] flipped = SIGNATURE.clone();
        flipped[5] ^= 1;
        assertThat(key(PUBLIC, "ed25519").verifies(new byte[] {0x73}, SIGNATURE))
                .isFalse();
        assertThat(key(PUBLIC, "ed25519").verifies(MESSAGE, flipped)).isFalse();
        assertThat(key(PUBLIC, "ed25519").verifies(MESSAGE, new byte[0])).isFalse();
    }

    /** S + L verifies the same equation; RFC 8032 refuses it, so that a signature has one form. */
    @Test
    void aSignatureWithItsScalarOutOfRangeDoesNot() throws MalformedDocument {
        byte[] order = HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        byte[] malleable = SIGNATURE.clone();
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            int sum = (malleable[32 + i] & 0xff) + (order[i] & 0xff) + carry;
            malleable[32 + i] = (byte) sum;
            carry = sum >> 8;
        }
        assertThat(key(PUBLIC, "ed25519").verifies(MESSAGE, malleable)).isFalse();
    }

    @Test
    void anotherKindOfKeyIsRefused() {
        assertThatThrownBy(() -> key(PUBLIC, "rsa")).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void aKeyIdThatIsNotTheKeysDigestIsRefused() throws MalformedDocument {
        Fields fields = fields(PUBLIC, "ed25519");
        assertThatThrownBy(() -> PublicKey.of("test", "0".repeat(64), fields)).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void bytesThatAreNoPointAreRefused() {
        assertThatThrownBy(() -> key("ff".repeat(32), "ed25519")).isInstanceOf(MalformedDocument.class);
        assertThatThrownBy(() -> key("00", "ed25519")).isInstanceOf(MalformedDocument.class);
    }

    private static PublicKey key(String hex, String type) throws MalformedDocument {
        Fields fields = fields(hex, type);
        return PublicKey.of("test", Digests.sha256(fields.canonical()), fields);
    }

    private static Fields fields(String hex, String type) throws MalformedDocument {
        byte[] json = CanonicalJson.of(Map.of("keytype", type, "scheme", type, "keyval", Map.of("public", hex)));
        return StrictJson.read("key", json, 1000);
    }
}
