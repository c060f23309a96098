package org.sekisho.storage.hsql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.ShortBufferException;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;

/**
 * Seals each message that HSQLDB writes as one record of the vault, and opens it whole or not at all. HSQLDB encrypts a record in
 * place, so nothing is written to the target before the source has been read.
 */
final class SealingCipher extends CipherSpi {

    /** Bound to every record that HSQLDB writes, so that no other sealed bytes of the register pass for one. */
    static final byte[] CONTEXT = "sekisho hsqldb".getBytes(US_ASCII);

    private final SealingProvider provider;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private @Nullable Sealer sealer;
    private byte[] redeemed = {};
    private boolean sealing;

    SealingCipher(SealingProvider provider) {
        this.provider = provider;
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
        byte[] shown = key.getEncoded();
        if (sealer == null) {
            sealer = provider.redeem(shown);
            redeemed = shown.clone();
        }
        if (sealer == null || !MessageDigest.isEqual(redeemed, shown)) {
            sealer = null;
            throw new InvalidKeyException("this cipher serves the sealed database alone");
        }
        sealing = mode == Cipher.ENCRYPT_MODE;
        message.reset();
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        if (parameters != null) {
            throw new InvalidAlgorithmParameterException("nonces are made here");
        }
        engineInit(mode, key, random);
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        if (parameters != null) {
            throw new InvalidAlgorithmParameterException("nonces are made here");
        }
        engineInit(mode, key, random);
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
        message.write(input, offset, length);
        return new byte[0];
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int outputOffset) {
        message.write(input, offset, length);
        return 0;
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length) throws AEADBadTagException {
        if (length > 0) {
            message.write(input, offset, length);
        }
        byte[] whole = message.toByteArray();
        message.reset();
        if (sealer == null) {
            throw new IllegalStateException("the cipher has no key");
        }
        try {
            return sealing ? sealer.seal(whole, CONTEXT) : sealer.open(whole, CONTEXT);
        } catch (VaultFault e) {
            AEADBadTagException changed = new AEADBadTagException("a sealed record was changed");
            changed.initCause(e);
            throw changed;
        }
    }

    @Override
    protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int outputOffset)
            throws AEADBadTagException, ShortBufferException {
        byte[] result = engineDoFinal(input, offset, length);
        if (output.length - outputOffset < result.length) {
            throw new ShortBufferException("needs " + result.length + " bytes");
        }
        System.arraycopy(result, 0, output, outputOffset, result.length);
        return result.length;
    }

    @Override
    protected int engineGetOutputSize(int inputLength) {
        int whole = message.size() + inputLength;
        return sealing ? whole + Sealer.OVERHEAD : Math.max(0, whole - Sealer.OVERHEAD);
    }

    @Override
    protected int engineGetBlockSize() {
        return 0;
    }

    @Override
    protected byte @Nullable [] engineGetIV() {
        return null;
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
        return null;
    }

    @Override
    protected void engineSetMode(String mode) {
        throw new IllegalArgumentException("there is one mode");
    }

    @Override
    protected void engineSetPadding(String padding) throws NoSuchPaddingException {
        throw new NoSuchPaddingException("there is no padding");
    }
}
