package org.sekisho.publishing.jar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.sekisho.publishing.PublishingFault;

/** The files of a jar, by name and in order, without what a zip adds to them: folders, times, comments, extra fields. */
public final class JarEntries {
    /** Every entry's time, so that the same files make the same jar. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public static JarEntries read(Path jar) throws IOException, PublishingFault {
        JarEntries entries = new JarEntries();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                if (!entry.isDirectory()) {
                    byte[] content = zip.getInputStream(entry).readAllBytes();
                    if (entries.files.put(entry.getName(), content) != null) {
                        throw new PublishingFault("jar.twice", jar.getFileName(), entry.getName());
                    }
                }
            }
        }
        entries.refuseCollisions(jar);
        return entries;
    }

    private void refuseCollisions(Path jar) throws PublishingFault {
        Map<String, String> folded = new LinkedHashMap<>();
        for (String name : files.keySet()) {
            String other = folded.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new PublishingFault("jar.case", jar.getFileName(), other, name);
            }
        }
    }

    /** In their order; may be changed. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** Empty when there is none. */
    public Manifest manifest() {
        try {
            return new Manifest(new ByteArrayInputStream(files.getOrDefault(JarFile.MANIFEST_NAME, new byte[0])));
        } catch (IOException e) {
            throw new UncheckedIOException("the manifest of a jar that was just read", e);
        }
    }

    /** As a jar, entries in their order. */
    public byte[] toBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
