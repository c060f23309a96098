package org.sekisho.gate.vouch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.tuf.Versions;

/**
 * What a home remembers of the documents that last ran well: {@code trust/current.json} names a generation, whose files lie
 * beside it as they were received. It is verified again at every use; only the highest versions are believed as they stand.
 */
public final class TrustStore {

    /**
     * @param generation the name of its folder; empty when nothing ran yet
     * @param versions the highest that ran
     * @param approvals the highest version of the shop's approvals that ran
     */
    public record Memory(String generation, Versions versions, long approvals) {
        static final Memory NONE = new Memory("", Versions.NONE, 0);
    }

    private static final String CURRENT = "current.json";
    private static final String GENERATIONS = "generations";

    private final Path folder;

    /** @param home need not exist yet */
    public TrustStore(Path home) {
        this.folder = home.resolve("trust");
    }

    /** @throws MalformedDocument when it was damaged: that is not the same as a home that never ran */
    public Memory memory() throws MalformedDocument {
        try {
            Fields fields = StrictJson.read(CURRENT, Files.readAllBytes(folder.resolve(CURRENT)), 1 << 16)
                    .ofSchema(1);
            return new Memory(
                    fields.sha256("generation"), Versions.of(fields.object("versions")), fields.number("approvals"));
        } catch (NoSuchFileException e) {
            return Memory.NONE;
        } catch (IOException e) {
            throw new MalformedDocument(CURRENT, "unreadable");
        }
    }

    /** Where the last good generation lies, laid out like a repository. */
    Path repository(Memory memory) {
        return folder.resolve(GENERATIONS).resolve(memory.generation());
    }

    /**
     * Keeps what runs, if it is not what is kept already: first the files, then, by one atomic step, the memory of them. Then earlier
     * generations go.
     *
     * @param files by path, as received
     */
    public void keep(Memory memory, Map<String, byte[]> files) throws IOException, MalformedDocument {
        if (memory.equals(memory())) {
            return;
        }
        Path generation = repository(memory);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            AtomicFiles.write(generation.resolve(file.getKey()), file.getValue());
        }
        AtomicFiles.write(folder.resolve(CURRENT), json(memory));
        AtomicFiles.removeOthers(folder.resolve(GENERATIONS), memory.generation());
    }

    private static byte[] json(Memory memory) {
        Versions versions = memory.versions();
        String text = new String(
                CanonicalJson.of(Map.of(
                        "schema", 1,
                        "generation", memory.generation(),
                        "approvals", memory.approvals(),
                        "versions",
                                Map.of(
                                        "root", versions.root(),
                                        "timestamp", versions.timestamp(),
                                        "snapshot", versions.snapshot(),
                                        "targets", versions.targets()))),
                StandardCharsets.UTF_8);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
