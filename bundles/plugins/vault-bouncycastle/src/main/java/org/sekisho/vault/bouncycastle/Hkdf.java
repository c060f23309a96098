package org.sekisho.vault.bouncycastle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.sekisho.api.vault.MasterSecret;

/** HKDF-SHA256 (RFC 5869): for a key file, whose bytes are random already and need no stretching. */
record Hkdf(String salt) implements KeyDerivation {

    static final String NAME = "HKDF-SHA256";

    @Override
    public boolean suits(MasterSecret.Kind kind) {
        return kind == MasterSecret.Kind.KEY_FILE;
    }

    @Override
    public String said() {
        return NAME;
    }

    @Override
    public WipedKey derive(MasterSecret master) {
        byte[] key = new byte[32];
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(
                master.bytes(), HexFormat.of().parseHex(salt), "sekisho vault 1 wrap".getBytes(US_ASCII)));
        hkdf.generateBytes(key, 0, key.length);
        return new WipedKey(key);
    }

    @Override
    public byte[] binding() {
        return ("sekisho vault 1|" + NAME + "|" + salt).getBytes(US_ASCII);
    }
}
