package org.sekisho.gate.trust;

import java.util.List;
import java.util.Set;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * One jar that was vetted.
 *
 * @param size of the whole file in bytes
 * @param sha256 of the whole file: this is its identity
 * @param publisherSpkiSha256 the digest of the signer's public key
 * @param powers granted
 * @param imports names of packages; a plugin is wired to no others
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
        List<String> powers,
        Set<String> imports,
        boolean plugin,
        String file) {

    private static final Set<String> RED =
            Set.of("PROCESS", "NATIVE", "DEFINE_CODE", "SCRIPT", "JNDI", "OSGI_ADMIN", "MODIFY_JVM", "UNREADABLE_CODE");

    public AllowlistEntry {
        powers = List.copyOf(powers);
        imports = Set.copyOf(imports);
    }

    static AllowlistEntry of(Fields fields) throws MalformedDocument {
        Fields publisher = fields.object("publisher");
        String file = fields.text("file");
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9._+-]*\\.jar")) {
            throw new MalformedDocument(Allowlist.NAME, "the file name " + file);
        }
        return new AllowlistEntry(
                fields.text("symbolicName"),
                fields.text("version"),
                fields.number("size"),
                fields.sha256("sha256"),
                publisher.text("name"),
                publisher.text("spkiSha256"),
                fields.object("powers").texts("granted"),
                packages(fields.texts("imports")),
                fields.flag("plugin", true),
                file);
    }

    /** Whether two people must have let it in. */
    public boolean isRed() {
        return powers.stream().anyMatch(RED::contains);
    }

    /** Its path below the repository's targets. */
    public String path() {
        return "bundles/" + sha256 + "." + file;
    }

    /** An import may carry a version range behind a semicolon, which the resolver sees to. */
    private static Set<String> packages(List<String> imports) {
        return Set.copyOf(imports.stream()
                .map(text -> text.split(";", 2)[0].strip())
                .distinct()
                .toList());
    }
}
