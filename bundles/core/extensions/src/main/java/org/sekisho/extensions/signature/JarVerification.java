package org.sekisho.extensions.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.extensions.signature.ManifestDigests.Answer;
import org.sekisho.gate.view.RefusalCode;

/**
 * Holds a jar to its signature in three steps: every file to the manifest, the manifest to the signature file, and that to the block.
 *
 * <p>The first two are done here and more strictly than the JDK does, which takes a manifest that was changed when the sections that
 * matter were not; the third is the JDK's.
 */
final class JarVerification {

    private final List<ArchiveEntry> entries;
    private final List<Finding> findings = new ArrayList<>();

    private JarVerification(List<ArchiveEntry> entries) {
        this.entries = entries;
    }

    static Signature verify(List<ArchiveEntry> entries) {
        return new JarVerification(entries).verify();
    }

    private Signature verify() {
        SignatureFiles files = SignatureFiles.among(entries);
        if (files.isUnsigned()) {
            return new Signature.Doubtful(List.of(Finding.of(RefusalCode.UNSIGNED, "signature.none")));
        }
        Set<String> names = new HashSet<>();
        if (!files.isOne() || !entries.stream().allMatch(entry -> names.add(entry.name()))) {
            invalid("not-one");
            return new Signature.Doubtful(findings);
        }
        try {
            Manifest manifest =
                    new Manifest(new ByteArrayInputStream(files.manifest().content()));
            checkFiles(files, manifest.getEntries());
            checkRemoved(manifest.getEntries(), names);
            checkManifest(files);
            if (findings.isEmpty()) {
                X509Certificate certificate = SignedReplay.signer(entries, files);
                checkStrength(certificate, files);
                if (findings.isEmpty()) {
                    return new Signature.Signed(Publisher.of(certificate));
                }
            }
        } catch (IOException e) {
            invalid("unreadable");
        } catch (BadSignature e) {
            invalid(e.key());
        }
        return new Signature.Doubtful(findings);
    }

    private void checkFiles(SignatureFiles files, Map<String, Attributes> sections) {
        for (ArchiveEntry entry : entries) {
            if (files.contains(entry) || (entry.isFolder() && entry.content().length == 0)) {
                continue;
            }
            Attributes section = sections.getOrDefault(entry.name(), new Attributes());
            switch (ManifestDigests.compare(section, "-Digest", entry.content())) {
                case AGREES -> {}
                case DIFFERS -> invalid("changed", entry.name());
                case WEAK -> invalid("weak-digest", entry.name());
                case NONE -> findings.add(Finding.of(RefusalCode.UNSIGNED, "signature.added", entry.name()));
            }
        }
    }

    private void checkRemoved(Map<String, Attributes> sections, Set<String> names) {
        sections.forEach((name, section) -> {
            if (ManifestDigests.isSection(Optional.of(section)) && !names.contains(name)) {
                invalid("removed", name);
            }
        });
    }

    private void checkManifest(SignatureFiles files) throws IOException {
        Manifest list = new Manifest(new ByteArrayInputStream(files.list().content()));
        Answer answer = ManifestDigests.compare(
                list.getMainAttributes(), "-Digest-Manifest", files.manifest().content());
        if (answer != Answer.AGREES) {
            invalid(
                    answer == Answer.WEAK ? "weak-digest" : "manifest",
                    files.manifest().name());
        }
    }

    private void checkStrength(X509Certificate certificate, SignatureFiles files) throws BadSignature {
        if (!SigningKey.isStrong(certificate.getPublicKey())) {
            invalid("weak-key", SigningKey.describe(certificate.getPublicKey()));
        }
        SignatureBlock.weakDigest(files.block().content()).ifPresent(algorithm -> invalid("weak-block", algorithm));
    }

    private void invalid(String key, Object... arguments) {
        findings.add(Finding.of(RefusalCode.SIGNATURE_INVALID, "signature." + key, arguments));
    }
}
