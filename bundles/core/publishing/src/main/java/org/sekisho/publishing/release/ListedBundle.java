package org.sekisho.publishing.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sekisho.extensions.BundleFacts;
import org.sekisho.plugin.rules.Breach;
import org.sekisho.plugin.rules.PluginRules;
import org.sekisho.publishing.Evidence;
import org.sekisho.publishing.PublishingFault;

/** A bundle and its entry of the allowlist. */
public final class ListedBundle {

    private static final String MINIMUM_RUNTIME = "0.1.0";

    private final String file;
    private final byte[] jar;
    private final BundleFacts facts;
    private final JsonObject entry;

    private ListedBundle(String file, byte[] jar, BundleFacts facts, JsonObject entry) {
        this.file = file;
        this.jar = jar;
        this.facts = facts;
        this.entry = entry;
    }

    /**
     * Computes the entry of a jar.
     *
     * @param granted the powers that it may have; empty for those that its code uses
     * @param publisher whose key the entry names
     * @throws PublishingFault when it is no bundle, or could not be listed by this name
     */
    public static ListedBundle of(
            String file,
            byte[] jar,
            boolean plugin,
            Optional<List<String>> granted,
            BundleFacts.Signer publisher,
            Evidence evidence)
            throws PublishingFault {
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9._+-]*\\.jar")) {
            throw new PublishingFault("list.name", file);
        }
        BundleFacts facts = BundleFacts.read(jar);
        if (facts.symbolicName().isEmpty()) {
            throw new PublishingFault("list.no-bundle", file);
        }
        JsonObject entry = new JsonObject();
        entry.addProperty("symbolicName", facts.symbolicName());
        entry.addProperty("version", facts.version().isEmpty() ? "0.0.0" : facts.version());
        entry.addProperty("size", facts.size());
        entry.addProperty("sha256", facts.sha256());
        JsonObject signer = new JsonObject();
        signer.addProperty("spkiSha256", publisher.spkiSha256());
        signer.addProperty("name", publisher.name());
        entry.add("publisher", signer);
        entry.add("lineage", new JsonArray());
        JsonObject powers = new JsonObject();
        powers.add("granted", Json.array(granted.orElse(facts.powers())));
        powers.addProperty("computedBy", evidence.verifier());
        entry.add("powers", powers);
        entry.add("imports", Json.array(facts.imports()));
        JsonObject services = new JsonObject();
        services.add("provides", Json.array(facts.provides()));
        services.add("requires", Json.array(facts.requires()));
        entry.add("services", services);
        facts.partsLists().stream().findFirst().ifPresent(sbom -> entry.add("sbom", json(sbom)));
        entry.add("evidence", json(evidence));
        entry.addProperty("minRuntime", MINIMUM_RUNTIME);
        entry.addProperty("plugin", plugin);
        entry.addProperty("file", file);
        return new ListedBundle(file, jar, facts, entry);
    }

    /** Its name in the repository, without the digest. */
    String file() {
        return file;
    }

    /** Its bytes, not a copy. */
    byte[] jar() {
        return jar;
    }

    JsonObject entry() {
        return entry;
    }

    public String sha256() {
        return facts.sha256();
    }

    /** @throws PublishingFault when vetting would refuse it wherever it is installed */
    public ListedBundle requireSound() throws PublishingFault {
        if (!facts.objections().isEmpty()) {
            throw new PublishingFault("list.unsound", file, String.join("; ", facts.objections()));
        }
        return this;
    }

    /** @throws PublishingFault when it is a plugin whose manifest asks for what no plugin may have */
    public ListedBundle requirePluginRules() throws PublishingFault {
        if (!entry.get("plugin").getAsBoolean()) {
            return this;
        }
        List<Breach> breaches = PluginRules.breaches(facts.headers());
        if (!breaches.isEmpty()) {
            throw new PublishingFault(
                    "list.unsound",
                    file,
                    breaches.stream()
                            .map(breach -> breach.sentence(Locale.ENGLISH))
                            .collect(Collectors.joining("; ")));
        }
        return this;
    }

    private static JsonObject json(BundleFacts.PartsList sbom) {
        JsonObject json = new JsonObject();
        json.addProperty("sha256", sbom.sha256());
        json.addProperty("format", sbom.format());
        return json;
    }

    private static JsonArray json(Evidence evidence) {
        JsonObject vetted = new JsonObject();
        vetted.addProperty("type", "vetted");
        vetted.addProperty("verifier", evidence.verifier());
        vetted.addProperty(
                "time", evidence.time().truncatedTo(ChronoUnit.SECONDS).toString());
        vetted.addProperty("avEngine", evidence.avEngine());
        vetted.addProperty("avVerdict", evidence.avVerdict());
        JsonArray all = new JsonArray();
        all.add(vetted);
        return all;
    }
}
