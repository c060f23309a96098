package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a newcomer reads first, and what {@code ls} shows them, agree. */
class NewcomerTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9/-]+)` \\|.*", Pattern.MULTILINE);
    private static final Pattern TREE = Pattern.compile("^([a-z-]+)/ .*", Pattern.MULTILINE);

    @Test
    void theArchitectureHasARowForEachBundleAndNoOther() throws IOException {
        Set<String> bundles = new TreeSet<>(Set.of("gate", "api"));
        bundles.addAll(modules("core"));
        bundles.addAll(modules("plugins"));
        bundles.add("plugins-sdk/rules"); // what plugins are built with judges them in the register too
        assertThat(found(ROW, "docs/architecture.md")).isEqualTo(bundles);
    }

    @Test
    void theReadmeNamesTheFoldersThatThereAre() throws IOException {
        Set<String> folders = new TreeSet<>();
        try (Stream<Path> files = Files.list(Document.ROOT)) {
            files.filter(file -> Files.isDirectory(file))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals("target"))
                    .forEach(folders::add);
        }
        folders.remove("bundles");
        assertThat(found(TREE, "README.md")).isEqualTo(folders);
    }

    private static Set<String> modules(String layer) throws IOException {
        try (Stream<Path> folders = Files.list(Document.ROOT.resolve("bundles").resolve(layer))) {
            Set<String> modules = new TreeSet<>();
            folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .forEach(folder -> modules.add(layer + "/" + folder.getFileName()));
            return modules;
        }
    }

    private static Set<String> found(Pattern pattern, String file) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(Document.ROOT.resolve(file)));
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
