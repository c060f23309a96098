package org.sekisho.gate.view;

import java.util.List;

/**
 * One entry of the allowlist.
 *
 * @param sha256 of the whole file
 * @param symbolicName OSGi's name
 * @param version OSGi's version
 * @param file the name by which refusals speak of it: {@code loyalty-2.3.jar}
 * @param publisherName who signed it
 * @param publisherSpkiSha256 the digest of the signer's public key
 * @param lineage the digests of the public keys by which that publisher signed before
 * @param grantedPowers what it may do
 * @param imports the packages it may import
 * @param provides the services it may register, by the names of their types
 * @param requires the services it may see
 * @param approved whether the assembly or this shop's approvals let it load
 * @param revoked whether it was revoked
 * @param plugin whether the rules for plugins apply to it
 */
public record Listing(
        String sha256,
        String symbolicName,
        String version,
        String file,
        String publisherName,
        String publisherSpkiSha256,
        List<String> lineage,
        List<String> grantedPowers,
        List<String> imports,
        List<String> provides,
        List<String> requires,
        boolean approved,
        boolean revoked,
        boolean plugin) {

    public Listing {
        lineage = List.copyOf(lineage);
        grantedPowers = List.copyOf(grantedPowers);
        imports = List.copyOf(imports);
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
    }
}
