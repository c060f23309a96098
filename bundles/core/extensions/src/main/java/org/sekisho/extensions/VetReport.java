package org.sekisho.extensions;

import java.util.List;
import org.sekisho.gate.view.Refusal;

/**
 * What vetting found.
 *
 * @param fileName as it was given
 * @param sha256 of the whole file
 * @param symbolicName OSGi's name; empty when it has none
 * @param version OSGi's version; empty when it has none
 * @param signer the name in the signer's certificate; empty when unsigned
 * @param powers computed from the code, by rising name
 * @param redPowers those that two people must approve
 * @param powersMayBeIncomplete whether reflection or deserialisation can hide more
 * @param inspectedBy the antivirus engine; empty when none looked
 * @param sbom what the jar says of its parts; empty when it says nothing
 * @param refusals empty means fit
 * @param notes what to know besides, as sentences: nothing of it refuses
 * @param difference to another version that is listed; nothing where none is
 */
public record VetReport(
        String fileName,
        String sha256,
        String symbolicName,
        String version,
        String signer,
        List<String> powers,
        List<String> redPowers,
        boolean powersMayBeIncomplete,
        String inspectedBy,
        String sbom,
        List<Refusal> refusals,
        List<String> notes,
        Difference difference) {

    public VetReport {
        powers = List.copyOf(powers);
        redPowers = List.copyOf(redPowers);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    public boolean isFit() {
        return refusals.isEmpty();
    }
}
