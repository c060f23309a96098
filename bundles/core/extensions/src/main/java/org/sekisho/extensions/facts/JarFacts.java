package org.sekisho.extensions.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.BundleManifest;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.extensions.jar.JarDigest;
import org.sekisho.extensions.jar.Structure;
import org.sekisho.extensions.power.Power;
import org.sekisho.extensions.power.Powers;
import org.sekisho.extensions.power.ServiceDescriptors;
import org.sekisho.extensions.signature.Publisher;
import org.sekisho.extensions.signature.Signature;

/**
 * What a jar says, does and is. Reading never fails: what is wrong with it is a fact too. Plain Java, for any number of threads.
 *
 * @param sha256 of the whole file, lower-case hex
 * @param powers what its code could do
 * @param provides the services its components provide, by rising name
 * @param requires the services its components use, by rising name
 */
public record JarFacts(
        String sha256,
        long size,
        Structure structure,
        BundleManifest manifest,
        Signature signature,
        Set<Power> powers,
        List<String> provides,
        List<String> requires,
        List<Sbom> sboms) {

    public JarFacts {
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
        sboms = List.copyOf(sboms);
    }

    public static JarFacts read(byte[] jar) {
        Structure structure = Structure.of(jar);
        List<ArchiveEntry> entries = structure.entries();
        byte[] manifest = entries.stream()
                .filter(entry -> entry.name().equals("META-INF/MANIFEST.MF"))
                .map(ArchiveEntry::content)
                .findFirst()
                .orElse(new byte[0]);
        ServiceDescriptors services = ServiceDescriptors.of(entries);
        return new JarFacts(
                JarDigest.sha256(jar),
                jar.length,
                structure,
                BundleManifest.read(manifest),
                Signature.of(entries),
                Powers.of(structure),
                services.provided(),
                services.required(),
                Sbom.in(entries));
    }

    /** Empty unless somebody answers for every file of it. */
    public Optional<Publisher> publisher() {
        return signature instanceof Signature.Signed signed ? Optional.of(signed.publisher()) : Optional.empty();
    }

    /** Everything that speaks against this jar wherever it is installed; a plugin has more rules to keep. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(structure.findings());
        findings.addAll(manifest.findings());
        if (signature instanceof Signature.Doubtful doubtful) {
            findings.addAll(doubtful.findings());
        }
        return findings;
    }
}
