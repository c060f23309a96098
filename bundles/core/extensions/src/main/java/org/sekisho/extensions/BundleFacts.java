package org.sekisho.extensions;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.extensions.facts.JarFacts;
import org.sekisho.extensions.power.Power;
import org.sekisho.extensions.signature.Publisher;

/**
 * What an entry of the allowlist is written from: all that a jar says and does, without asking anybody. Reading never fails.
 *
 * @param sha256 of the whole file, lower-case hex
 * @param symbolicName OSGi's name; empty when it is no bundle
 * @param version OSGi's version; empty when it says none
 * @param headers of its manifest, found in any case
 * @param signer who answers for every file of it; empty when nobody does
 * @param powers what its code could do, by rising name
 * @param provides the services its components provide, by rising name
 * @param requires the services its components use, by rising name
 * @param objections what speaks against it wherever it is installed, by code and key
 */
public record BundleFacts(
        String sha256,
        long size,
        String symbolicName,
        String version,
        Map<String, String> headers,
        Optional<Signer> signer,
        List<String> powers,
        List<String> imports,
        List<String> provides,
        List<String> requires,
        List<PartsList> partsLists,
        List<String> objections) {

    public BundleFacts {
        headers = Collections.unmodifiableMap(headers);
        powers = List.copyOf(powers);
        imports = List.copyOf(imports);
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
        partsLists = List.copyOf(partsLists);
        objections = List.copyOf(objections);
    }

    /** Whose key signed: the digest of the public key is the identity, the name is what the certificate says. */
    public record Signer(String name, String spkiSha256) {}

    /** A bill of materials inside the jar. */
    public record PartsList(String sha256, String format) {}

    public static BundleFacts read(byte[] jar) {
        JarFacts facts = JarFacts.read(jar);
        return new BundleFacts(
                facts.sha256(),
                facts.size(),
                facts.manifest().symbolicName(),
                facts.manifest().version(),
                facts.manifest().headers(),
                facts.publisher().map(BundleFacts::signer),
                facts.powers().stream().map(Power::name).sorted().toList(),
                facts.manifest().imports().stream().sorted().toList(),
                facts.provides(),
                facts.requires(),
                facts.sboms().stream()
                        .map(sbom -> new PartsList(sbom.sha256(), sbom.format()))
                        .toList(),
                facts.findings().stream()
                        .map(finding -> finding.code() + " " + finding.key() + " " + finding.arguments())
                        .toList());
    }

    /** Those of these powers that two people must approve, unknown names left out. */
    public List<String> redAmong(List<String> names) {
        return Stream.of(Power.values())
                .filter(Power::isRed)
                .map(Power::name)
                .filter(names::contains)
                .sorted()
                .toList();
    }

    private static Signer signer(Publisher publisher) {
        return new Signer(publisher.name(), publisher.spkiSha256());
    }
}
