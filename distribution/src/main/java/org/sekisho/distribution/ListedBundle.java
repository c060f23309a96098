package org.sekisho.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sekisho.extensions.facts.JarFacts;
import org.sekisho.extensions.facts.Sbom;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.extensions.power.Power;
import org.sekisho.plugin.rules.Breach;
import org.sekisho.plugin.rules.PluginRules;

/** A bundle and its entry of the allowlist. */
final class ListedBundle {
    private static final String MINIMUM_RUNTIME = "0.1.0";

    private static final String VETTED_BY = "org.sekisho.extensions " + MINIMUM_RUNTIME;

    private final String file;
    private final byte[] jar;
    private final JarFacts facts;
    private final JsonObject entry;

    private ListedBundle(String file, byte[] jar, JarFacts facts, JsonObject entry) {
        this.file = file;
        this.jar = jar;
        this.facts = facts;
        this.entry = entry;
    }

    /**
     * Signs a jar, unless it is to stay as it is, and computes its entry.
     *
     * @throws AssemblyFault when it is no bundle, or vetting would refuse it once it is signed
     */
    static ListedBundle of(Candidate candidate, Publisher publisher, Instant now) throws IOException, AssemblyFault {
        String file = candidate.jar().getFileName().toString();
        byte[] jar = candidate.asItIs()
                ? Files.readAllBytes(candidate.jar())
                : publisher.sign(StrictJar.of(candidate.jar()));
        JarFacts facts = JarFacts.read(jar);
        if (facts.manifest().symbolicName().isEmpty()) {
            throw new AssemblyFault(file + " is no bundle: it has no manifest with a Bundle-SymbolicName.");
        }
        if (!candidate.asItIs()) {
            refuse(file, facts.findings());
        }
        return new ListedBundle(file, jar, facts, entry(candidate, facts, file, publisher, now));
    }

    private static JsonObject entry(
            Candidate candidate, JarFacts facts, String file, Publisher publisher, Instant now) {
        List<String> powers = facts.powers().stream().map(Power::name).sorted().toList();
        JsonObject entry = new JsonObject();
        entry.addProperty("symbolicName", facts.manifest().symbolicName());
        entry.addProperty(
                "version",
                facts.manifest().version().isEmpty()
                        ? "0.0.0"
                        : facts.manifest().version());
        entry.addProperty("size", facts.size());
        entry.addProperty("sha256", facts.sha256());
        entry.add("publisher", publisher(publisher));
        entry.add("lineage", new JsonArray());
        JsonObject granted = new JsonObject();
        granted.add("granted", array(candidate.granted().orElse(powers)));
        granted.addProperty("computedBy", VETTED_BY);
        entry.add("powers", granted);
        entry.add("imports", array(facts.manifest().imports().stream().sorted().toList()));
        JsonObject services = new JsonObject();
        services.add("provides", array(facts.provides()));
        services.add("requires", array(facts.requires()));
        entry.add("services", services);
        facts.sboms().stream().findFirst().ifPresent(sbom -> entry.add("sbom", sbom(sbom)));
        entry.add("evidence", evidence(now));
        entry.addProperty("minRuntime", MINIMUM_RUNTIME);
        entry.addProperty("plugin", candidate.plugin());
        entry.addProperty("file", file);
        return entry;
    }

    /** @throws AssemblyFault when it is a plugin whose manifest asks for what no plugin may have */
    void requirePluginRules() throws AssemblyFault {
        if (entry.get("plugin").getAsBoolean()) {
            List<Breach> breaches = PluginRules.breaches(facts.manifest().headers());
            if (!breaches.isEmpty()) {
                throw new AssemblyFault(file + " would be refused: "
                        + breaches.stream()
                                .map(breach -> breach.sentence(Locale.ENGLISH))
                                .collect(Collectors.joining("; ")));
            }
        }
    }

    private static void refuse(String file, List<Finding> findings) throws AssemblyFault {
        if (!findings.isEmpty()) {
            throw new AssemblyFault(file + " would be refused: "
                    + findings.stream()
                            .map(finding -> finding.code() + " " + finding.key() + " " + finding.arguments())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** Its name in the repository, without the digest. */
    String file() {
        return file;
    }

    byte[] jar() {
        return jar;
    }

    JsonObject entry() {
        return entry;
    }

    String sha256() {
        return entry.get("sha256").getAsString();
    }

    private static JsonObject publisher(Publisher publisher) {
        JsonObject json = new JsonObject();
        json.addProperty("spkiSha256", publisher.spkiSha256());
        json.addProperty("name", publisher.name());
        return json;
    }

    private static JsonObject sbom(Sbom sbom) {
        JsonObject json = new JsonObject();
        json.addProperty("sha256", sbom.sha256());
        json.addProperty("format", sbom.format());
        return json;
    }

    private static JsonArray evidence(Instant now) {
        JsonObject assembled = new JsonObject();
        assembled.addProperty("type", "vetted");
        assembled.addProperty("verifier", VETTED_BY);
        assembled.addProperty("time", now.toString());
        assembled.addProperty("avEngine", "none");
        assembled.addProperty("avVerdict", "NOT_SCANNED");
        JsonArray all = new JsonArray();
        all.add(assembled);
        return all;
    }

    static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
