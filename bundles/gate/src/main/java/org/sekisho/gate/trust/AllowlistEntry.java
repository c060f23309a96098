package org.sekisho.gate.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Version;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.NeedsNewerRegister;

/**
 * One jar that was vetted.
 *
 * @param size of the whole file in bytes
 * @param sha256 of the whole file: this is its identity
 * @param publisherSpkiSha256 the digest of the signer's public key
 * @param lineage the digests of public keys by which the same publisher signed earlier versions
 * @param powers granted
 * @param computedBy what computed the powers
 * @param imports names of packages; a plugin is wired to no others
 * @param provides the services that it may register, by the names of their types
 * @param requires the services that it may see
 * @param sbom the bill of materials that was looked at; {@link Sbom#NONE} where there is none
 * @param evidence who looked at it, and what they found
 * @param minRuntime the first release of the register that it runs in
 * @param plugin whether the rules for plugins apply
 * @param file its name in the repository
 */
public record AllowlistEntry(
        String symbolicName,
        String version,
        long size,
        String sha256,
        String publisherName,
        String publisherSpkiSha256,
        Set<String> lineage,
        List<String> powers,
        String computedBy,
        Set<String> imports,
        Set<String> provides,
        Set<String> requires,
        Sbom sbom,
        List<Evidence> evidence,
        String minRuntime,
        boolean plugin,
        String file) {

    /** Every name that this reader understands, at whatever depth: a list may call these critical, and no others. */
    static final Set<String> KNOWN = Set.of(
            "schema",
            "critical",
            "entries",
            "symbolicName",
            "version",
            "size",
            "sha256",
            "publisher",
            "name",
            "spkiSha256",
            "lineage",
            "powers",
            "granted",
            "computedBy",
            "imports",
            "services",
            "provides",
            "requires",
            "sbom",
            "format",
            "evidence",
            "type",
            "verifier",
            "time",
            "avEngine",
            "avVerdict",
            "minRuntime",
            "plugin",
            "file");

    private static final long LARGEST = 1L << 30;

    public AllowlistEntry {
        lineage = Set.copyOf(lineage);
        powers = List.copyOf(powers);
        imports = Set.copyOf(imports);
        provides = Set.copyOf(provides);
        requires = Set.copyOf(requires);
        evidence = List.copyOf(evidence);
    }

    static AllowlistEntry of(Fields fields) throws MalformedDocument {
        Fields publisher = fields.object("publisher");
        Fields powers = fields.object("powers");
        Fields services = fields.object("services");
        String minRuntime = text(Form.RELEASE, fields, "minRuntime");
        return new AllowlistEntry(
                text(Form.SYMBOLIC_NAME, fields, "symbolicName"),
                text(Form.VERSION, fields, "version"),
                size(fields),
                fields.sha256("sha256"),
                text(Form.LINE, publisher, "name"),
                publisher.sha256("spkiSha256"),
                texts(Form.SHA256, fields, "lineage"),
                granted(powers, minRuntime),
                text(Form.LINE, powers, "computedBy"),
                texts(Form.JAVA_NAME, fields, "imports"),
                texts(Form.JAVA_NAME, services, "provides"),
                texts(Form.JAVA_NAME, services, "requires"),
                fields.has("sbom") ? Sbom.of(fields.object("sbom")) : Sbom.NONE,
                evidence(fields),
                minRuntime,
                fields.truth("plugin"),
                text(Form.JAR, fields, "file"));
    }

    /** Whether two people must have let it in. */
    public boolean isRed() {
        return powers.stream()
                .anyMatch(power -> !Power.isKnown(power) || Power.valueOf(power).isRed());
    }

    /** The later version of two, by OSGi's order. */
    public static AllowlistEntry newer(AllowlistEntry one, AllowlistEntry other) {
        return Version.parseVersion(one.version).compareTo(Version.parseVersion(other.version)) >= 0 ? one : other;
    }

    /** Its path below the repository's targets. */
    public String path() {
        return "bundles/" + sha256 + "." + file;
    }

    /** Whether this release is late enough for it. */
    public boolean runsHere() {
        return !GateRelease.isAbove(minRuntime, GateRelease.THIS);
    }

    /** @throws NeedsNewerRegister when it was vetted for a later release than this: what the list grants it may mean more than is known here */
    public void requireThisRuntime() throws NeedsNewerRegister {
        if (!runsHere()) {
            throw new NeedsNewerRegister(file, minRuntime, GateRelease.THIS);
        }
    }

    /** A power unknown here is refused, unless the entry is for a later release, which may know it: that entry does not load. */
    private static List<String> granted(Fields powers, String minRuntime) throws MalformedDocument {
        List<String> granted = new ArrayList<>(texts(Form.SYMBOLIC_NAME, powers, "granted"));
        for (String power : granted) {
            if (!Power.isKnown(power) && !GateRelease.isAbove(minRuntime, GateRelease.THIS)) {
                throw new MalformedDocument(Allowlist.NAME, "the power " + power + " is not known");
            }
        }
        return granted;
    }

    private static long size(Fields fields) throws MalformedDocument {
        long size = fields.number("size");
        if (size < 1 || size > LARGEST) {
            throw new MalformedDocument(Allowlist.NAME, "a size of " + size);
        }
        return size;
    }

    private static List<Evidence> evidence(Fields fields) throws MalformedDocument {
        List<Evidence> all = new ArrayList<>();
        for (Fields each : fields.objects("evidence")) {
            all.add(Evidence.of(each));
        }
        return all;
    }

    private static String text(Form form, Fields fields, String name) throws MalformedDocument {
        return form.of(Allowlist.NAME, fields, name);
    }

    private static Set<String> texts(Form form, Fields fields, String name) throws MalformedDocument {
        return form.all(Allowlist.NAME, fields, name);
    }
}
