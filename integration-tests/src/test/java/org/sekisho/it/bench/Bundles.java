package org.sekisho.it.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * What an assembled register runs, for a framework that does not ask: its bundles' files in the order in which they start, and the
 * packages that they get from the platform.
 *
 * @param packages for {@code org.osgi.framework.system.packages}
 */
record Bundles(String packages, List<File> files) {

    /** @param late whether it starts only once the register serves */
    record File(Path path, boolean late) {}

    private static final String GATE = "org.sekisho.gate";

    /** As the gate would start it. */
    static Bundles of(Path installation) throws IOException {
        Path targets = installation.resolve("repository/targets");
        JsonObject assembly = json(assembly(installation));
        Set<String> late = new HashSet<>(texts(assembly, "serving"));
        List<File> files = new ArrayList<>();
        for (String sha256 : texts(assembly, "bundles")) {
            files.add(new File(only(targets.resolve("bundles"), sha256 + ".*"), late.contains(sha256)));
        }
        return new Bundles(packages(installation.resolve("lib/modules")), files);
    }

    /** The list of what makes up the register, of the only release that there is. */
    static Path assembly(Path installation) throws IOException {
        return only(installation.resolve("repository/targets"), "*.assembly.json");
    }

    /** Those of the Java platform as it is, those of the gate's jar and of its libraries with the versions that the gate gives them. */
    private static String packages(Path modules) throws IOException {
        List<String> packages = new ArrayList<>();
        // All of the Java platform: Jetty gets JMX here, for which the gate has empty packages.
        ModuleFinder.ofSystem().findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> module.name().startsWith("java."))
                .forEach(module -> exports(module, "", packages));
        try (JarFile gate = new JarFile(only(modules, GATE + "-*.jar").toFile())) {
            packages.add(gate.getManifest()
                    .getMainAttributes()
                    .getValue("Export-Package")
                    .replaceAll(";uses:=\"[^\"]*\"", ""));
            Properties versions = new Properties();
            versions.load(gate.getInputStream(gate.getJarEntry("org/sekisho/gate/boot/platform.properties")));
            for (ModuleReference module : ModuleFinder.of(modules).findAll()) {
                String name = module.descriptor().name();
                if (!name.equals(GATE)) {
                    exports(module.descriptor(), ";version=\"" + versions.getProperty(name) + '"', packages);
                }
            }
        }
        return String.join(",", packages);
    }

    private static void exports(ModuleDescriptor module, String version, List<String> packages) {
        module.exports().stream()
                .filter(export -> !export.isQualified())
                .forEach(export -> packages.add(export.source() + version));
    }

    private static Path only(Path folder, String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            List<Path> all = new ArrayList<>();
            found.forEach(all::add);
            if (all.size() != 1) {
                throw new IOException(folder + ": " + all.size() + " files are " + pattern + "; one should be");
            }
            return all.get(0);
        }
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.has(name)
                ? object.getAsJsonArray(name).asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(packages));
        files.forEach(bundle -> lines.add((bundle.late() ? "late " : "early ") + bundle.path()));
        Files.write(file, lines);
    }

    static Bundles read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<File> files = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 2);
            files.add(new File(Path.of(words[1]), words[0].equals("late")));
        }
        return new Bundles(lines.get(0), files);
    }
}
