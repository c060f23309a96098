package org.sekisho.gate.vouch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.operate.ShopVersions;
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
     * @param shop the newest of the shop's own documents that ran
     */
    public record Memory(String generation, boolean updated, Versions versions, ShopVersions shop) {

        public static final Memory NONE = new Memory("", false, Versions.NONE, ShopVersions.NONE);
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
                    new ShopVersions(
                            number(fields, "epoch"), document(fields, "approvers"), document(fields, "approvals")));
        } catch (NoSuchFileException e) {
            return Memory.NONE;
        } catch (IOException e) {
            throw new MalformedDocument(CURRENT, "unreadable");
        }
    }

    private static long number(Fields fields, String name) throws MalformedDocument {
        return fields.has(name) ? fields.number(name) : 0;
    }

    private static DocumentVersion document(Fields fields, String name) throws MalformedDocument {
        String digest = name + "Sha256";
        return new DocumentVersion(number(fields, name), fields.has(digest) ? fields.sha256(digest) : "");
    }

    /** The folders of all generations that are here, in no order. */
    List<Path> generations() {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder.resolve(GENERATIONS))) {
            folders.forEach(all::add);
        } catch (IOException | DirectoryIteratorException e) {
            // None that can be read.
        }
        return all;
    }

    /** Where the last good generation lies, laid out like a repository. */
    Path repository(Memory memory) {
        return folder.resolve(GENERATIONS).resolve(memory.generation());
    }

    /**
     * Keeps what runs, if it is not what is kept already: first the files, then, by one atomic step, the memory of them. A damaged memory is
     * replaced. Lists older than those that are remembered are not kept: of these only the shop's own documents are.
     *
     * @param files by path, as received
     */
    public void keep(Memory memory, Map<String, byte[]> files) throws IOException {
        Optional<Memory> before = readable();
        if (before.isPresent() && !memory.versions().isAtLeast(before.get().versions())) {
            Memory lists = before.get();
            write(new Memory(lists.generation(), lists.updated(), lists.versions(), memory.shop()));
        } else if (!before.equals(Optional.of(memory))) {
            prepare(memory, files);
            turnTo(memory);
        }
    }

    private Optional<Memory> readable() {
        try {
            return Optional.of(memory());
        } catch (MalformedDocument damaged) {
            return Optional.empty();
        }
    }

    /** Writes a generation's files beside the one that is in force; nothing reads them yet. */
    void prepare(Memory memory, Map<String, byte[]> files) throws IOException {
        Path generation = repository(memory);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            AtomicFiles.write(generation.resolve(file.getKey()), file.getValue());
        }
    }

    /** Removes a generation that was prepared and does not come into force, unless it is the one that is. */
    void discard(Memory prepared, Memory inForce) throws IOException {
        if (!prepared.generation().equals(inForce.generation()) && Files.exists(repository(prepared))) {
            AtomicFiles.remove(repository(prepared));
        }
    }

    /**
     * Puts a generation whose files are there in force, by one atomic step; then the others go, but for the one before: should this one be
     * damaged, the register sells on by that.
     */
    void turnTo(Memory memory) throws IOException {
        Optional<Memory> before = readable();
        write(memory);
        if (before.isPresent() && !before.get().generation().equals(memory.generation())) {
            AtomicFiles.removeOthers(
                    folder.resolve(GENERATIONS),
                    Set.of(memory.generation(), before.get().generation()));
        }
    }

    private void write(Memory memory) throws IOException {
        AtomicFiles.write(folder.resolve(CURRENT), json(memory));
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
        Map<String, Object> fields = new HashMap<>();
        fields.put("schema", 1);
        fields.put("generation", memory.generation());
        fields.put("updated", memory.updated());
        fields.put("epoch", memory.shop().epoch());
        put(fields, "approvers", memory.shop().approvers());
        put(fields, "approvals", memory.shop().approvals());
        fields.put(
                "versions",
                Map.of(
                        "root", versions.root(),
                        "timestamp", versions.timestamp(),
                        "snapshot", versions.snapshot(),
                        "targets", versions.targets()));
        return (new String(CanonicalJson.of(fields), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Map<String, Object> fields, String name, DocumentVersion document) {
        fields.put(name, document.version());
        if (!document.sha256().isEmpty()) {
            fields.put(name + "Sha256", document.sha256());
        }
    }
}
