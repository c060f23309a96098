package org.sekisho.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.sekisho.publishing.PublishingFault;

/** A build of three bundles and the features that name two of them, in a test's folder. */
final class TestBuild {
    private static final String RESOLVED =
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"tools": {"components": []}},
             "components": [%s, %s, %s, %s],
             "dependencies": [
               {"ref": "shop.till", "dependsOn": ["shop.lamp", "shop.kit"]},
               {"ref": "shop.kit", "dependsOn": ["shop.lamp"]}]}
            """.formatted(resolved("till"), resolved("lamp"), resolved("unused"), resolved("kit"));

    final Path folder;
    final DevelopmentKeys keys;

    TestBuild(Path folder) throws IOException, PublishingFault {
        this.folder = folder;
        keys = DevelopmentKeys.open(folder.resolve("keys"));
        bundle("shop.till", "Import-Package: java.util,org.shop.api\n");
        bundle("shop.lamp", "");
        bundle("shop.unused", "");
        feature("till", "{\"id\":\"org.shop:shop.till:1.0\"}", "{\"color\":\"deep blue\"}");
        feature("lamp", "{\"id\":\"org.shop:shop.lamp:1.0\",\"plugin\":true}", "{}");
        Files.writeString(folder.resolve("resolved.json"), RESOLVED);
        Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n");
        Files.writeString(folder.resolve("items.csv"), "code\n");
        Files.writeString(
                folder.resolve("plan.json"),
                "{\"name\":\"corner-shop\",\"version\":\"1\",\"platform\":[\"org.shop:shop.unused:1.0\"],"
                        + "\"files\":{\"demo/items.csv\":\"items.csv\"},"
                        + "\"features\":[\"org.shop.feature:till:1\",\"org.shop.feature:lamp:1\"]}");
    }

    private static String resolved(String name) {
        return """
                {"type": "library", "bom-ref": "shop.%s", "group": "org.shop", "name": "shop.%s", "version": "1.0",
                 "hashes": [{"alg": "SHA-256", "content": "%s"}]}""".formatted(name, name, "0".repeat(64));
    }

    void feature(String name, String bundle, String properties) throws IOException {
        Path file = folder.resolve("features").resolve(name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"feature-resource-version\":\"1.0\",\"id\":\"org.shop.feature:" + name + ":1\",\"bundles\":["
                        + bundle
                        + "],\"extensions\":{\"framework-launching-properties\":{\"kind\":\"mandatory\",\"type\":\"json\","
                        + "\"json\":" + properties + "}}}");
    }

    void bundle(String name, String headers) throws IOException {
        Jars.bundle(folder.resolve("build/org/shop").resolve(name).resolve("1.0"), name, headers);
    }

    /** Lets the plan name a Java that consists of one program and one other file. */
    void java(String program, String other) throws IOException {
        for (String name : List.of(program, other)) {
            Path file = folder.resolve("image").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        Files.setPosixFilePermissions(
                folder.resolve("image").resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path plan = folder.resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replace("{\"name\"", "{\"java\":\"image\",\"name\""));
    }

    Installation assemble() throws IOException, AssemblyFault, PublishingFault {
        return new Assembler(
                        FeatureFolder.read(folder.resolve("features")),
                        new BuildFolder(folder.resolve("build")),
                        folder.resolve("resolved.json"),
                        folder.resolve("launcher"),
                        keys)
                .assemble(AssemblyPlan.read(folder.resolve("plan.json")), folder.resolve("register"));
    }
}
