package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A plugin developer's machine: Maven, a copy of Sekisho's sources, and a local repository that holds what this build's own
 * does, but nothing of Sekisho. What is installed there stays there. Nothing is downloaded.
 */
final class Workshop implements AutoCloseable {

    private static final Path SEKISHO = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> NEEDED = List.of("bundles/api", "plugins-sdk");

    private final Path folder;
    private final Path ordinary = Path.of(System.getProperty("sekisho.maven.repository"));
    private final List<String> installedBefore;

    Workshop(Path folder) throws IOException {
        this.folder = folder;
        installedBefore = installed();
        link(ordinary, repository(), "org");
        link(ordinary.resolve("org"), repository().resolve("org"), "sekisho");
        copySources();
    }

    Path repository() {
        return folder.resolve("repository");
    }

    Path sources() {
        return folder.resolve("sekisho");
    }

    /** An example of the SDK, out of the reactor. */
    Path copyOf(String example, Path to) throws IOException {
        Path from = SEKISHO.resolve("plugins-sdk/examples").resolve(example);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Workshop::isSource).toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                Files.createDirectories(place.resolveSibling("."));
                Files.copy(file, place);
            }
        }
        return to;
    }

    /** Runs Maven in a folder. */
    Answer run(Path where, String command) throws IOException {
        List<String> words = words(command, Path.of(System.getProperty("sekisho.maven")));
        words.addAll(List.of("-B", "-o", "-llr", "-Dstyle.color=never", "-Dmaven.repo.local=" + repository()));
        return start(where, words);
    }

    /** Runs a tool of the JDK in a folder. */
    Answer tool(Path where, String command) throws IOException {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        return start(where, words(command, bin.resolve(command.substring(0, command.indexOf(' ')))));
    }

    private static List<String> words(String command, Path program) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.set(0, program.toString());
        return words;
    }

    private Answer start(Path where, List<String> words) throws IOException {
        Path out = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_PROJECTBASEDIR"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end after 300 s: " + words + "\n" + Files.readString(out));
            }
            return new Answer(process.exitValue(), Files.readString(out), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What of Sekisho lies in the ordinary repository, and since when. */
    private List<String> installed() throws IOException {
        List<String> installed = new ArrayList<>();
        if (Files.exists(ordinary.resolve("org/sekisho"))) {
            try (Stream<Path> files = Files.walk(ordinary.resolve("org/sekisho"))) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().matches(".*\\.(jar|pom)")) {
                        installed.add(file + " " + Files.getLastModifiedTime(file));
                    }
                }
            }
        }
        return installed;
    }

    /** Takes the links away; nothing must have been installed beside this workshop. */
    @Override
    public void close() throws IOException {
        for (Path place : List.of(repository(), repository().resolve("org"))) {
            try (Stream<Path> children = Files.list(place)) {
                for (Path link : children.filter(Files::isSymbolicLink).toList()) {
                    Files.delete(link);
                }
            }
        }
        assertThat(installed()).isEqualTo(installedBefore);
    }

    /** The folder's children, by symbolic links, but one, for which there is a folder of its own. */
    private static void link(Path from, Path to, String but) throws IOException {
        Files.createDirectories(to.resolve(but));
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                if (!child.getFileName().toString().equals(but)) {
                    Files.createSymbolicLink(to.resolve(child.getFileName().toString()), child);
                }
            }
        }
    }

    /** Every pom, and all that the SDK is made of. */
    private void copySources() throws IOException {
        copy(SEKISHO.resolve(".mvn/jvm.config"));
        try (Stream<Path> files = Files.walk(SEKISHO)) {
            files.filter(Workshop::isSource).forEach(this::copy);
        }
    }

    private static boolean isSource(Path file) {
        String name = SEKISHO.relativize(file).toString();
        boolean needed = name.endsWith("pom.xml") || NEEDED.stream().anyMatch(part -> name.startsWith(part + "/"));
        return needed && !name.contains("target/") && Files.isRegularFile(file);
    }

    private void copy(Path file) {
        try {
            Path to = sources().resolve(SEKISHO.relativize(file).toString());
            Files.createDirectories(to.resolveSibling("."));
            Files.copy(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
