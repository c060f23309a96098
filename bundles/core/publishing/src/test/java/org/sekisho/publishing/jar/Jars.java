package org.sekisho.publishing.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small jars for tests. */
public final class Jars {
    private Jars() {}

    /** A bundle with one class-less file; extra manifest lines end with a line break each. */
    public static Path bundle(Path folder, String name, String headers) throws IOException {
        return jar(folder.resolve(name + "-1.0.jar"), manifest(name, headers), Map.of("a/file.txt", "hello"));
    }

    public static String manifest(String name, String headers) {
        return "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + name
                + "\nBundle-Version: 1.0.0\n" + headers + "\n";
    }

    /** A jar whose manifest comes last and which has a comment, as other tools may write them. */
    public static Path jar(Path file, String manifest, Map<String, String> files) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes(manifest, files));
        }
        return file;
    }

    static byte[] bytes(String manifest, Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment("made by a test");
            zip.putNextEntry(new ZipEntry("a/"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
            put(zip, "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
