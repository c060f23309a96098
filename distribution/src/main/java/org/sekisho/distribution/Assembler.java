package org.sekisho.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.ID;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.publishing.PublishingFault;

/** Puts the features of a plan together into a register: only the bundles they name, signed, listed and delivered. */
final class Assembler {
    private static final String SERIAL_PORTS = "com.fazecast:jSerialComm:";

    /** Metadata of a feature's bundle (Compendium, chapter 160): above 1 it starts only once the register serves. */
    private static final String START_LEVEL = "bundleStartLevel";

    private final FeatureFolder features;
    private final BuildFolder build;
    private final Path resolved;
    private final Path launcher;
    private final DevelopmentKeys keys;

    /**
     * Prepares for one build.
     *
     * @param resolved the CycloneDX document of all that the build resolved
     * @param launcher the script that becomes {@code bin/sekisho}
     */
    Assembler(FeatureFolder features, BuildFolder build, Path resolved, Path launcher, DevelopmentKeys keys) {
        this.features = features;
        this.build = build;
        this.resolved = resolved;
        this.launcher = launcher;
        this.keys = keys;
    }

    /** Makes the register beside its folder first, so that a failure leaves the old one standing. */
    Installation assemble(AssemblyPlan plan, Path folder) throws IOException, AssemblyFault, PublishingFault {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(fresh);
        Installation register = Installation.create(fresh, plan.name(), plan.version(), keys);
        SoftwareBill bill = SoftwareBill.ofBuild(resolved);
        addBundles(plan, register, bill);
        addPlatform(plan, register, bill);
        register.platform(SoftwareBill.FILE, bill.of(plan));
        register.publish();
        Folders.delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        return Installation.open(folder, keys);
    }

    private void addBundles(AssemblyPlan plan, Installation register, SoftwareBill bill)
            throws IOException, AssemblyFault, PublishingFault {
        for (ID id : plan.features()) {
            Feature feature = features.feature(id, plan.file().toString());
            String askedBy = "features/" + feature.getID().getArtifactId() + ".json";
            for (FeatureBundle bundle : feature.getBundles()) {
                Path jar = build.jar(bundle.getID(), askedBy);
                boolean plugin = "true".equals(metadata(bundle, "plugin"));
                boolean late = !metadata(bundle, START_LEVEL).matches("1|null");
                String sha256 = register.deliverOwn(plugin ? Candidate.plugin(jar) : Candidate.part(jar), late);
                bill.add(bundle.getID(), "repository/targets/bundles/" + sha256 + "." + jar.getFileName(), sha256, jar);
            }
        }
    }

    private static String metadata(FeatureBundle bundle, String name) {
        return String.valueOf(bundle.getMetadata().get(name));
    }

    private void addPlatform(AssemblyPlan plan, Installation register, SoftwareBill bill)
            throws IOException, AssemblyFault, PublishingFault {
        for (ID id : plan.platform()) {
            Path jar = build.jar(id, plan.file().toString());
            String place = "lib/modules/" + jar.getFileName();
            byte[] module = PlatformModule.of(jar);
            register.platform(place, module);
            bill.add(id, place, Digests.sha256(module), jar);
            if (id.toString().startsWith(SERIAL_PORTS)) {
                for (Map.Entry<String, byte[]> library : SerialLibraries.of(jar).entrySet()) {
                    register.platform("lib/native/" + library.getKey(), library.getValue());
                }
            }
        }
        for (Map.Entry<String, Path> file : plan.files().entrySet()) {
            register.platform(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        register.platform("lib/register.options", options(plan).getBytes(StandardCharsets.UTF_8));
        register.program("bin/sekisho", Files.readAllBytes(launcher));
        if (plan.java().isPresent()) {
            addJava(plan.java().get(), register);
        }
    }

    /** An image that jlink made, or a whole JDK: the launcher takes it before any other Java. */
    private static void addJava(Path image, Installation register) throws IOException {
        for (Path file : Folders.files(image)) {
            String place = "lib/java/" + image.relativize(file);
            byte[] content = Files.readAllBytes(file);
            if (Files.isExecutable(file)) {
                register.program(place, content);
            } else {
                register.platform(place, content);
            }
        }
    }

    /** Framework properties as an argument file of {@code java}: bundles read them as they would the framework's own. */
    private String options(AssemblyPlan plan) throws AssemblyFault {
        Map<String, String> properties = new TreeMap<>();
        for (ID id : plan.features()) {
            properties.putAll(
                    FeatureFolder.properties(features.feature(id, plan.file().toString())));
        }
        properties.putAll(plan.properties());
        StringBuilder lines = new StringBuilder();
        properties.forEach((name, value) -> lines.append("\"-D")
                .append(name)
                .append('=')
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n"));
        return lines.toString();
    }
}
