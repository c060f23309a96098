package org.sekisho.distribution;

import java.io.IOException;
import java.nio.file.Path;
import org.sekisho.publishing.PublishingFault;

/** What the build runs: {@code ASSEMBLY.json FEATURES BUNDLES BILL LAUNCHER OUT}. */
public final class Assemble {
    private Assemble() {}

    public static void main(String[] arguments) throws IOException, AssemblyFault, PublishingFault {
        if (arguments.length != 6) {
            throw new IllegalArgumentException("give ASSEMBLY.json FEATURES BUNDLES BILL LAUNCHER OUT");
        }
        DevelopmentKeys keys = DevelopmentKeys.ofThisUser();
        FeatureFolder features = FeatureFolder.read(Path.of(arguments[1]));
        BuildFolder build = new BuildFolder(Path.of(arguments[2]));
        AssemblyPlan plan = AssemblyPlan.read(Path.of(arguments[0]));
        new Assembler(features, build, Path.of(arguments[3]), Path.of(arguments[4]), keys)
                .assemble(plan, Path.of(arguments[5]));
    }
}
