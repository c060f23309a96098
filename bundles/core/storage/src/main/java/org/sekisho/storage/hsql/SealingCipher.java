package org.sekisho.storage.hsql;

import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.ShortBufferException;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.seal.SealContext;

/**
 * The cipher of HSQLDB's records and of its script, by the vault's sealer.
 *
 * <p>A row or a line of the log comes in one call and is sealed or opened as one record; HSQLDB does that in place, so nothing is
 * written to the target before the source has been read. The script comes as a stream, which is sealed piece by piece as it is
 * written: HSQLDB flushes it to the disk <em>before</em> it closes it, so a cipher that kept anything back until the end would leave
 * that unflushed, and the log deleted.
 */
final class SealingCipher extends CipherSpi {

    private final SealingProvider provider;
    private @Nullable Sealer sealer;
    private @Nullable SealedStream stream;
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
        stream = null;
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
        if (stream == null) {
            stream = new SealedStream(keyed());
        }
        byte[] part = Arrays.copyOfRange(input, offset, offset + length);
        try {
            return sealing ? stream.seal(part) : stream.open(part);
        } catch (VaultFault e) {
            throw new ProviderException("a sealed record was changed", e);
        }
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int outputOffset)
            throws ShortBufferException {
        return put(engineUpdate(input, offset, length), output, outputOffset);
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length) throws AEADBadTagException {
        try {
            if (stream != null) {
                byte[] last = length > 0 ? engineUpdate(input, offset, length) : new byte[0];
                stream.end();
                stream = null;
                return last;
            }
            byte[] whole = length > 0 ? Arrays.copyOfRange(input, offset, offset + length) : new byte[0];
            return sealing ? keyed().seal(whole, SealContext.record()) : keyed().open(whole, SealContext.record());
        } catch (VaultFault e) {
            AEADBadTagException changed = new AEADBadTagException("a sealed record was changed");
            changed.initCause(e);
            throw changed;
        }
    }

    private Sealer keyed() {
        if (sealer == null) {
            throw new IllegalStateException("the cipher has no key");
        }
        return sealer;
    }

    @Override
    protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int outputOffset)
            throws AEADBadTagException, ShortBufferException {
        return put(engineDoFinal(input, offset, length), output, outputOffset);
    }

    private static int put(byte[] result, byte[] output, int offset) throws ShortBufferException {
        if (output.length - offset < result.length) {
            throw new ShortBufferException("needs " + result.length + " bytes");
        }
        System.arraycopy(result, 0, output, offset, result.length);
        return result.length;
    }

    /** The most that may come: a piece of a stream has its length in front, and opening one may finish others kept from before. */
    @Override
    protected int engineGetOutputSize(int inputLength) {
        if (sealing) {
            return inputLength + Sealer.OVERHEAD + Integer.BYTES;
        }
        return inputLength + (stream == null ? 0 : stream.kept());
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
