package org.sekisho.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A bundle from somewhere else, as a test packs it; nobody has signed it. */
public final class Guest {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Guest(String name) {
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", name);
        header("Bundle-Version", "1.0.0");
    }

    /** With a file in it: a signature over nothing covers nothing. */
    public static Guest named(String symbolicName) {
        return new Guest(symbolicName).file("hello.txt", (byte) 'H', (byte) 'i');
    }

    Guest version(String version) {
        return header("Bundle-Version", version);
    }

    public Guest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Guest file(String name, byte... content) {
        files.put(name, content);
        return this;
    }

    /** With a class of these tests and all that is nested in it. */
    public Guest code(Class<?> type, Class<?>... more) {
        add(type);
        for (Class<?> other : more) {
            add(other);
        }
        return this;
    }

    private void add(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = Guest.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            file(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path to(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(main::putValue);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return jar;
    }
}
