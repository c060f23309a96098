package org.sekisho.gate.vouch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.sekisho.gate.refusal.ForbiddenHeader;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongDigest;
import org.sekisho.gate.trust.AllowlistEntry;

/**
 * Where vouched bundles lie: the repository as delivered, and the home's {@code bundles} for what the shop added. A bundle is
 * found by its digest alone and read once; other files are never looked into.
 */
final class BundleStore {

    private static final List<String> FORBIDDEN = List.of(
            "Fragment-Host",
            "ExtensionBundle-Activator",
            "DynamicImport-Package",
            "Bundle-NativeCode",
            "Require-Bundle");

    private final List<Path> folders;
    private final ReadAhead files;

    BundleStore(List<Path> folders, ReadAhead files) {
        this.folders = List.copyOf(folders);
        this.files = files;
    }

    /** Where a bundle's bytes lie, not yet looked at; empty when they are not here. */
    Optional<Path> find(AllowlistEntry entry) {
        return folders.stream()
                .map(folder -> folder.resolve(entry.path()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** @throws TrustRefusal when it is not there, not the one, or asks for what a plugin does not get */
    VerifiedJar read(AllowlistEntry entry) throws TrustRefusal {
        try {
            VerifiedJar jar = new VerifiedJar(bytes(entry));
            if (entry.plugin()) {
                requirePlain(entry, jar);
            }
            return jar;
        } catch (IOException e) {
            throw MissingFile.vouched(entry.file());
        }
    }

    /** The listed bytes; not a copy. */
    byte[] bytes(AllowlistEntry entry) throws TrustRefusal {
        Path file = find(entry).orElseThrow(() -> MissingFile.vouched(entry.file()));
        try {
            long size = Files.size(file);
            if (size != entry.size()) {
                throw WrongDigest.vouched(entry.file(), entry.size() + " bytes", size + " bytes");
            }
            ReadAhead.Content content = files.read(file);
            if (!content.sha256().equals(entry.sha256())) {
                throw WrongDigest.vouched(entry.file(), entry.sha256(), content.sha256());
            }
            return content.bytes();
        } catch (IOException e) {
            throw MissingFile.vouched(entry.file());
        }
    }

    private static void requirePlain(AllowlistEntry entry, VerifiedJar jar) throws IOException, ForbiddenHeader {
        Optional<InputStream> manifest = jar.open("META-INF/MANIFEST.MF");
        if (manifest.isEmpty()) {
            throw new ForbiddenHeader(entry.file(), "no manifest");
        }
        Attributes headers = new Manifest(manifest.get()).getMainAttributes();
        for (String header : FORBIDDEN) {
            if (headers.getValue(header) != null) {
                throw new ForbiddenHeader(entry.file(), header);
            }
        }
        String classPath = headers.getValue("Bundle-ClassPath");
        if (classPath != null && !classPath.strip().equals(".")) {
            throw new ForbiddenHeader(entry.file(), "Bundle-ClassPath");
        }
    }
}
