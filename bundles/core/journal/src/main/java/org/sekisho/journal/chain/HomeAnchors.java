package org.sekisho.journal.chain;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.AnchorCheck;
import org.sekisho.journal.AnchorLine;
import org.sekisho.journal.Anchors;
import org.sekisho.journal.CanonicalJson;
import org.sekisho.journal.Journal;
import org.sekisho.journal.Verification;
import org.sekisho.storage.Database;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;

/** Anchors in the home's folder, signed by the key of the home's own lane. */
@Component
public final class HomeAnchors implements Anchors {

    private final Home home;
    private final Journal journal;
    private final AnchorKeys keys;

    @Activate
    public HomeAnchors(
            @Reference Home home,
            @Reference Database database,
            @Reference Secrets secrets,
            @Reference Journal journal) {
        this.home = home;
        this.journal = journal;
        this.keys = new AnchorKeys(database, secrets, journal);
    }

    @Override
    public synchronized List<AnchorLine.Signed> make() throws StorageFault, IOException {
        List<AnchorLine.Signed> signed = new ArrayList<>();
        String lane = lane();
        try (AnchorKey key = keys.open(lane)) {
            for (Anchor head : journal.heads()) {
                signed.add(key.sign(head));
            }
            export(lane, key.publicKey());
        }
        Path file = home.folder().resolve(FILE);
        endTornLine(file);
        Files.write(
                file,
                signed.stream().map(AnchorLine::toJsonLine).toList(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.DSYNC);
        return signed;
    }

    @Override
    public Verification verify(List<AnchorLine> lines, Optional<String> key) throws StorageFault {
        AnchorCheck check = new AnchorCheck(lines);
        Optional<Verification.Distrusted> forged = check.forged();
        if (forged.isPresent()) {
            return forged.get();
        }
        Set<String> known = key.isPresent() ? Set.of(key.get()) : keys.known();
        Verification verification = journal.verify(lines.stream()
                .filter(line -> line instanceof AnchorLine.Signed signed ? known.contains(signed.key()) : key.isEmpty())
                .map(AnchorLine::anchor)
                .toList());
        if (verification instanceof Verification.Broken) {
            return verification;
        }
        Optional<Verification.Distrusted> foreign = check.foreign(known);
        return foreign.isPresent() ? foreign.get() : verification;
    }

    /** A crash may have cut the last line off in its middle: the next one begins a line of its own. */
    private static void endTornLine(Path file) throws IOException {
        if (Files.exists(file)
                && Files.size(file) > 0
                && !Files.readString(file).endsWith("\n")) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
    }

    private void export(String lane, String publicKey) throws IOException {
        JsonObject object = new JsonObject();
        object.addProperty("algorithm", "Ed25519");
        object.addProperty("key", publicKey);
        object.addProperty("lane", lane);
        Path file = home.folder().resolve(KEY_FILE);
        String text = CanonicalJson.write(object) + "\n";
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private String lane() throws StorageFault {
        try {
            return home.settings().laneId();
        } catch (HomeFault e) {
            throw new StorageFault(StorageFault.Kind.NOT_INITIALISED, e.getMessage(), e);
        }
    }
}
