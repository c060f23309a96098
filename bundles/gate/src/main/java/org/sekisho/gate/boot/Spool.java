package org.sekisho.gate.boot;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.RefusalCode;

/**
 * Refusals that no journal has taken yet, a line of JSON each, on disk before anybody goes on: {@code spool/refusals.jsonl} in
 * the home. Bounded, so that a plugin that tries without end fills no disk. One thread at a time.
 */
final class Spool {

    private static final long LARGEST = 1 << 20;
    private static final int LONGEST_LINE = 1 << 16;

    private final Path file;

    Spool(Path home) {
        this.file = home.resolve("spool/refusals.jsonl");
    }

    void append(Refusal refusal) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (out.size() < LARGEST) {
                ByteBuffer line = ByteBuffer.wrap((json(refusal) + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    out.write(line);
                }
                out.force(false);
            }
        }
    }

    /** Those that are waiting; a line that a power cut tore is left out. */
    List<Refusal> read() throws IOException {
        List<Refusal> refusals = new ArrayList<>();
        if (Files.exists(file)) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                try {
                    refusals.add(refusal(StrictJson.read("refusals.jsonl", utf8(line), LONGEST_LINE)));
                } catch (MalformedDocument | IllegalArgumentException | DateTimeParseException e) {
                    // Torn.
                }
            }
        }
        return refusals;
    }

    /** Keeps exactly these. */
    void replace(List<Refusal> refusals) throws IOException {
        if (refusals.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (Refusal refusal : refusals) {
            lines.append(json(refusal)).append('\n');
        }
        AtomicFiles.write(file, utf8(lines.toString()));
    }

    private static Refusal refusal(Fields line) throws MalformedDocument {
        return new Refusal(
                RefusalCode.valueOf(line.text("code")),
                line.text("subject"),
                line.text("what"),
                line.text("sales"),
                line.text("mend"),
                Instant.parse(line.text("time")));
    }

    private static String json(Refusal refusal) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            json.name("code").value(refusal.code().name());
            json.name("subject").value(refusal.subject());
            json.name("what").value(refusal.what());
            json.name("sales").value(refusal.sales());
            json.name("mend").value(refusal.mend());
            json.name("time").value(refusal.time().toString());
            json.endObject();
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
