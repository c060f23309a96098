package org.sekisho.antivirus.clamd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file that a working antivirus engine must find: the harmless EICAR test file as the last entry of an archive, behind an entry of
 * padding, so that the archive has the size of the largest stream that is ever sent. An engine whose limits are lower answers OK to
 * what it has not looked at; it misses the canary, too.
 *
 * <p>It is an archive, since ClamAV's own signature knows the test file only where it stands alone. Its text is put together at run
 * time: no scanner shall find it in this jar.
 */
final class Canary {

    /** Read backwards, in two halves. */
    private static final String FIRST_HALF = "$}7)CC7)^P(45XZP\\4[PA@%P!O5X";

    private static final String SECOND_HALF = "*H+H$!ELIF-TSET-SURIVITNA-DRADNATS-RACIE";

    private Canary() {}

    /** An archive a little under that size. */
    static byte[] ofSize(int size) {
        byte[] threat = testFile();
        int overhead = 1024;
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            store(zip, "padding", new byte[size - overhead]);
            store(zip, "canary", threat);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The 68 bytes of the test file (eicar.org). */
    static byte[] testFile() {
        String text = new StringBuilder(FIRST_HALF).reverse().toString() + new StringBuilder(SECOND_HALF).reverse();
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
