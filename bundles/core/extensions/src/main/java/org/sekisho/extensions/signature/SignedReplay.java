package org.sekisho.extensions.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sekisho.extensions.jar.ArchiveEntry;

/**
 * Lets the JDK verify the block over exactly the files that the strict reader saw.
 *
 * <p>They are put into a new jar in memory, the signature first: what {@link JarInputStream} overlooks in a jar made by others (a late
 * manifest, the central directory) cannot be in this one. No file is written.
 */
final class SignedReplay {

    private SignedReplay() {}

    /**
     * The certificate of the one signer of every file.
     *
     * @throws BadSignature when there is no such signer
     */
    static X509Certificate signer(List<ArchiveEntry> entries, SignatureFiles files) throws BadSignature {
        Set<Certificate> signers = new HashSet<>();
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(replay(entries, files)), true)) {
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                jar.transferTo(OutputStream.nullOutputStream());
                if (isSigned(entry, files)) {
                    signers.add(onlySigner(entry));
                }
            }
            if (signers.isEmpty()) {
                throw new BadSignature("nothing");
            }
            if (signers.size() != 1 || !(signers.iterator().next() instanceof X509Certificate signer)) {
                throw new BadSignature("block");
            }
            return signer;
        } catch (IOException | RuntimeException e) {
            // Not only SecurityException: the JDK reads an Ed25519 key without bytes past its end.
            throw new BadSignature("block", e);
        }
    }

    private static boolean isSigned(JarEntry entry, SignatureFiles files) {
        return !entry.isDirectory()
                && !entry.getName().equals(files.list().name())
                && !entry.getName().equals(files.block().name());
    }

    private static Certificate onlySigner(JarEntry entry) throws BadSignature {
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null || signers.length != 1) {
            throw new BadSignature("block");
        }
        List<? extends Certificate> path = signers[0].getSignerCertPath().getCertificates();
        requireWhole(path);
        return path.get(0);
    }

    /** Else anybody could write another name beside the key that signed. Who issued the last one is not asked: keys are what is listed. */
    private static void requireWhole(List<? extends Certificate> path) throws BadSignature {
        try {
            for (int i = 0; i < path.size(); i++) {
                path.get(i).verify(path.get(Math.min(i + 1, path.size() - 1)).getPublicKey());
            }
        } catch (GeneralSecurityException e) {
            throw new BadSignature("certificate", e);
        }
    }

    private static byte[] replay(List<ArchiveEntry> entries, SignatureFiles files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (ArchiveEntry first : List.of(files.manifest(), files.list(), files.block())) {
                put(zip, first);
            }
            for (ArchiveEntry entry : entries) {
                if (!entry.isFolder() && !files.contains(entry)) {
                    put(zip, entry);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, ArchiveEntry entry) throws IOException {
        zip.putNextEntry(new ZipEntry(entry.name()));
        zip.write(entry.content());
        zip.closeEntry();
    }
}
