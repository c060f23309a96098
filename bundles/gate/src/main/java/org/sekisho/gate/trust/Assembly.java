package org.sekisho.gate.trust;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * What makes up the register as delivered.
 *
 * @param bundles digests, in the order in which they start
 * @param serving those of the bundles that start only once the register serves: nothing that a sale needs
 * @param platform what the virtual machine itself loads before the gate can look: the gate, its libraries, the launcher
 */
public record Assembly(
        String name, String version, List<String> bundles, Set<String> serving, List<PlatformFile> platform) {

    public static final String NAME = "assembly.json";

    /** The folder of the platform's files among the targets. */
    private static final String TARGETS = "platform/";

    private static final Set<String> KNOWN = Set.of(
            "schema",
            "critical",
            "name",
            "version",
            "bundles",
            "serving",
            "platform",
            "file",
            "sha256",
            "size",
            "executable");

    public Assembly {
        bundles = List.copyOf(bundles);
        serving = Set.copyOf(serving);
        platform = List.copyOf(platform);
    }

    /**
     * One file outside the framework.
     *
     * @param file its path below the installation, with slashes
     * @param size in bytes
     * @param executable whether the system starts it
     */
    public record PlatformFile(String file, String sha256, long size, boolean executable) {

        /** What the file is called among the targets of a repository. */
        public String target() {
            return TARGETS + file;
        }
    }

    public static Assembly read(byte[] bytes) throws MalformedDocument {
        Fields fields = StrictJson.read(NAME, bytes, Allowlist.LONGEST).ofSchema(1, KNOWN);
        Set<String> bundles = Form.SHA256.all(NAME, fields, "bundles");
        Set<String> serving = fields.has("serving") ? Form.SHA256.all(NAME, fields, "serving") : Set.of();
        if (!bundles.containsAll(serving)) {
            throw new MalformedDocument(NAME, "a bundle is to start that is not there");
        }
        return new Assembly(
                Form.SYMBOLIC_NAME.of(NAME, fields, "name"),
                Form.VERSION.of(NAME, fields, "version"),
                List.copyOf(bundles),
                serving,
                platform(fields));
    }

    private static List<PlatformFile> platform(Fields fields) throws MalformedDocument {
        List<PlatformFile> platform = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (Fields file : fields.objects("platform")) {
            String path = path(file.text("file"));
            if (!paths.add(path)) {
                throw new MalformedDocument(NAME, "the file " + path + " stands twice");
            }
            long size = file.number("size");
            if (size < 0) {
                throw new MalformedDocument(NAME, "a size of " + size);
            }
            platform.add(new PlatformFile(path, file.sha256("sha256"), size, file.flag("executable", false)));
        }
        return platform;
    }

    private static String path(String path) throws MalformedDocument {
        for (String step : path.split("/", -1)) {
            if (!step.matches("[A-Za-z0-9._+-]+") || step.equals("..") || step.equals(".")) {
                throw new MalformedDocument(NAME, "the path " + path);
            }
        }
        return path;
    }
}
