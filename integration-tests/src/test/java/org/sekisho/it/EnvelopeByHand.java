package org.sekisho.it;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys of a home whose vault opens by a key file, made from docs and standards alone (HKDF-SHA256: RFC 5869; AES-256-GCM). */
final class EnvelopeByHand {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] master;
    private final byte[] wrappingKey;
    private final byte[] dataKey;

    private EnvelopeByHand(byte[] master, byte[] wrappingKey, byte[] dataKey) {
        this.master = master;
        this.wrappingKey = wrappingKey;
        this.dataKey = dataKey;
    }

    /** The 32 bytes of the key file. */
    byte[] master() {
        return master.clone();
    }

    /** What is made of it. */
    byte[] wrappingKey() {
        return wrappingKey.clone();
    }

    /** What that unwraps. */
    byte[] dataKey() {
        return dataKey.clone();
    }

    static EnvelopeByHand of(Path home) throws IOException, GeneralSecurityException {
        JsonObject vault = JsonParser.parseString(Files.readString(home.resolve("vault.json")))
                .getAsJsonObject();
        JsonObject envelope = vault.getAsJsonObject("envelope");
        String salt = envelope.getAsJsonObject("kdf").get("salt").getAsString();
        byte[] master = Files.readAllBytes(
                Path.of(vault.getAsJsonObject("source").get("keyFile").getAsString()));
        byte[] extracted = hmac(HexFormat.of().parseHex(salt), master);
        byte[] info = "sekisho vault 1 wrap".getBytes(US_ASCII);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        byte[] wrapping = hmac(extracted, block);
        byte[] wrapped = HexFormat.of().parseHex(envelope.get("wrapped").getAsString());
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(wrapping, "AES"),
                new GCMParameterSpec(TAG_BITS, wrapped, 0, NONCE));
        gcm.updateAAD(("sekisho vault 1|HKDF-SHA256|" + salt).getBytes(US_ASCII));
        return new EnvelopeByHand(master, wrapping, gcm.doFinal(wrapped, NONCE, wrapped.length - NONCE));
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }
}
