package org.sekisho.gate.vouch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * @param updated whether it came by an update; otherwise it is the one that was delivered with the register
     * @param versions the highest that ran
     * @param approvals the highest version of the shop's approvals that ran
     * @param epoch of the shop's approvers
     * @param approvers the highest version of the shop's approvers that ran in that epoch
     */
    public record Memory(
            String generation, boolean updated, Versions versions, long approvals, long epoch, long approvers) {

        public static final Memory NONE = new Memory("", false, Versions.NONE, 0, 0, 0);

        /** Without anything that it has seen in another epoch. */
        long approversIn(long now) {
            return now == epoch ? approvers : 0;
        }
    }

    private static final String CURRENT = "current.json";
    private static final String SOURCE = "source";
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
                    fields.sha256("generation"),
                    fields.flag("updated", false),
                    Versions.of(fields.object("versions")),
                    fields.number("approvals"),
                    number(fields, "epoch"),
                    number(fields, "approvers"));
        } catch (NoSuchFileException e) {
            return Memory.NONE;
        } catch (IOException e) {
            throw new MalformedDocument(CURRENT, "unreadable");
        }
    }

    private static long number(Fields fields, String name) throws MalformedDocument {
        return fields.has(name) ? fields.number(name) : 0;
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
        prepare(memory, files);
        turnTo(memory);
    }

    /** Writes a generation's files beside the one that is in force; nothing reads them yet. */
    void prepare(Memory memory, Map<String, byte[]> files) throws IOException {
        Path generation = repository(memory);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            AtomicFiles.write(generation.resolve(file.getKey()), file.getValue());
        }
    }

    /** Puts a generation whose files are there in force, by one atomic step; then the others go. */
    void turnTo(Memory memory) throws IOException {
        AtomicFiles.write(folder.resolve(CURRENT), json(memory));
        AtomicFiles.removeOthers(folder.resolve(GENERATIONS), Set.of(memory.generation()));
    }

    /** Where the last update came from; it is only a hint, and nothing is believed for it. */
    Optional<String> source() {
        try {
            return Optional.of(Files.readString(folder.resolve(SOURCE)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void keepSource(String source) throws IOException {
        AtomicFiles.write(folder.resolve(SOURCE), (source + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] json(Memory memory) {
        Versions versions = memory.versions();
        String text = new String(
                CanonicalJson.of(Map.of(
                        "schema", 1,
                        "generation", memory.generation(),
                        "updated", memory.updated(),
                        "approvals", memory.approvals(),
                        "epoch", memory.epoch(),
                        "approvers", memory.approvers(),
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
