package org.sekisho.storage.hsql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.NoSuchProviderException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.Sealer;
import org.sekisho.vault.bouncycastle.EnvelopeVault;

class SealingProviderTest {

    private Sealer sealer;
    private SealingProvider provider;

    @BeforeEach
    void register() throws Exception {
        EnvelopeVault vault = new EnvelopeVault();
        sealer = vault.open(vault.create(MasterSecret.ofKey(new byte[32])), MasterSecret.ofKey(new byte[32]));
        provider = SealingProvider.register(sealer);
    }

    @AfterEach
    void close() {
        provider.close();
        sealer.close();
    }

    private Cipher cipher(int mode) throws Exception {
        return init(Cipher.getInstance(SealingProvider.CIPHER, provider.getName()), mode, provider.token());
    }

    private static Cipher init(Cipher cipher, int mode, String token) throws Exception {
        cipher.init(mode, new SecretKeySpec(HexFormat.of().parseHex(token), SealingProvider.CIPHER));
        return cipher;
    }

    @Test
    void recordIsSealedAndOpenedInPlace() throws Exception {
        byte[] line = "INSERT INTO ITEM VALUES('おにぎり')".getBytes(UTF_8);
        Cipher out = cipher(Cipher.ENCRYPT_MODE);
        byte[] buffer = Arrays.copyOf(line, out.getOutputSize(line.length));
        int sealed = out.doFinal(buffer, 0, line.length, buffer, 0);
        assertThat(sealed).isEqualTo(line.length + Sealer.OVERHEAD);
        assertThat(new String(buffer, UTF_8)).doesNotContain("ITEM");
        int opened = cipher(Cipher.DECRYPT_MODE).doFinal(buffer, 0, sealed, buffer, 0);
        assertThat(Arrays.copyOf(buffer, opened)).isEqualTo(line);
    }

    @Test
    void flippedBitOfARecordDoesNotOpen() throws Exception {
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE).doFinal(new byte[100]);
        sealed[50] ^= 1;
        Cipher in = cipher(Cipher.DECRYPT_MODE);
        assertThatExceptionOfType(BadPaddingException.class).isThrownBy(() -> in.doFinal(sealed));
    }

    @Test
    void streamIsWholeOnTheDiskBeforeItIsClosed() throws Exception {
        ByteArrayOutputStream disk = new ByteArrayOutputStream();
        byte[] script = "CREATE TABLE …;\n".repeat(1000).getBytes(UTF_8);
        CipherOutputStream out = new CipherOutputStream(disk, cipher(Cipher.ENCRYPT_MODE));
        out.write(script, 0, 700);
        out.write(script, 700, script.length - 700);
        out.flush();
        byte[] flushed = disk.toByteArray();
        out.close();
        assertThat(disk.toByteArray()).isEqualTo(flushed);
        try (CipherInputStream in =
                new CipherInputStream(new ByteArrayInputStream(flushed), cipher(Cipher.DECRYPT_MODE))) {
            assertThat(in.readAllBytes()).isEqualTo(script);
        }
    }

    @Test
    void tokenIsWorthNothingOnceTheDatabaseHasIt() throws Exception {
        for (int i = 0; i < 4; i++) {
            cipher(Cipher.DECRYPT_MODE);
        }
        assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> cipher(Cipher.DECRYPT_MODE));
    }

    @Test
    void wrongTokenIsRefused() throws Exception {
        Cipher stranger = Cipher.getInstance(SealingProvider.CIPHER, provider.getName());
        assertThatExceptionOfType(InvalidKeyException.class)
                .isThrownBy(() -> init(stranger, Cipher.DECRYPT_MODE, "00".repeat(32)));
    }

    @Test
    void otherKeyOnARedeemedCipherIsRefused() throws Exception {
        Cipher redeemed = cipher(Cipher.DECRYPT_MODE);
        assertThatExceptionOfType(InvalidKeyException.class)
                .isThrownBy(() -> init(redeemed, Cipher.DECRYPT_MODE, "00".repeat(32)));
    }

    @Test
    void closedProviderIsGone() {
        String name = provider.getName();
        provider.close();
        assertThatExceptionOfType(NoSuchProviderException.class)
                .isThrownBy(() -> Cipher.getInstance(SealingProvider.CIPHER, name));
    }
}
