package org.sekisho.extensions.jar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sekisho.plugin.rules.Clauses;

/**
 * The main section of a manifest, as far as every reader of it would agree.
 *
 * @param headers by name, whatever its case
 * @param findings what readers would disagree about
 */
public record BundleManifest(Map<String, String> headers, List<Finding> findings) {

    public BundleManifest {
        TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
        findings = List.copyOf(findings);
    }

    public static BundleManifest read(byte[] manifest) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<Finding> findings = new ArrayList<>();
        String text = new String(manifest, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\0') >= 0 || text.replace("\r\n", "\n").indexOf('\r') >= 0) {
            findings.add(Finding.structure("manifest-line-ends"));
        }
        String main = text.replace("\r\n", "\n").replace('\r', '\n').split("\n\n", 2)[0];
        for (String line : main.replace("\n ", "").split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (line.isEmpty()) {
                continue;
            }
            if (colon <= 0 || !line.substring(0, colon).matches("[A-Za-z0-9_-]+")) {
                findings.add(Finding.structure("manifest-line", utf8(line)));
            } else if (headers.put(line.substring(0, colon), utf8(line.substring(colon + 2))) != null) {
                findings.add(Finding.structure("manifest-twice", line.substring(0, colon)));
            }
        }
        return new BundleManifest(headers, findings);
    }

    /** Joined first, decoded then: a line may end in the middle of a character. */
    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }

    /** Empty when there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return headers.containsKey(name);
    }

    /** Without its directives; empty when this is no bundle. */
    public String symbolicName() {
        return Clauses.paths(header("Bundle-SymbolicName")).stream().findFirst().orElse("");
    }

    public String version() {
        return header("Bundle-Version");
    }

    /** The packages it imports, optional ones too. */
    public Set<String> imports() {
        return new LinkedHashSet<>(Clauses.paths(header("Import-Package")));
    }

    public Set<String> exports() {
        return new LinkedHashSet<>(Clauses.paths(header("Export-Package")));
    }

    public Set<String> classPath() {
        return new LinkedHashSet<>(Clauses.paths(header("Bundle-ClassPath")));
    }
}
