package org.sekisho.it.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.tuf.MetadataClient;

/** The program that TUF's public conformance suite drives: {@code init}, {@code refresh} and {@code download}, as its CLIENT-CLI.md says. */
final class ConformanceClient {

    private final Map<String, String> options = new HashMap<>();
    private final List<String> targets = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private ConformanceClient(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--target-name")) {
                targets.add(arguments[++i]);
            } else if (arguments[i].startsWith("--")) {
                options.put(arguments[i], arguments[++i]);
            } else {
                words.add(arguments[i]);
            }
        }
    }

    public static void main(String[] arguments) {
        try {
            new ConformanceClient(arguments).run();
        } catch (IOException | TrustRefusal e) {
            System.err.println(e);
            System.exit(1);
        }
    }

    private void run() throws IOException, TrustRefusal {
        Path folder = Path.of(option("--metadata-dir"));
        if (words.get(0).equals("init")) {
            MetadataClient.begin(folder, Files.readAllBytes(Path.of(words.get(1))));
            return;
        }
        MetadataClient client = new MetadataClient(folder, fetcher("--metadata-url"), Instant.now());
        client.refresh();
        if (words.get(0).equals("download")) {
            for (String target : targets) {
                download(client, target);
            }
        }
    }

    /** Under its whole name in one folder; a copy that is there already and holds is not asked for again. */
    private void download(MetadataClient client, String target) throws IOException, TrustRefusal {
        Path file = Path.of(option("--target-dir"), URLEncoder.encode(target, StandardCharsets.UTF_8));
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                if (client.isTarget(target, in)) {
                    return;
                }
            }
        }
        Path draft = Files.createTempFile("target", null);
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                client.fetch(target, fetcher("--target-base-url"), out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Fetcher fetcher(String option) {
        return Fetcher.of(URI.create(option(option)));
    }

    private String option(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("missing " + name);
        }
        return value;
    }
}
