package org.sekisho.publishing.release;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.Passphrases;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.SignaturesMissing;
import org.sekisho.publishing.key.KeyFiles;
import org.sekisho.publishing.key.OpenKey;
import org.sekisho.publishing.key.SigningKey;
import org.sekisho.publishing.workspace.WorkspaceFolder;

/**
 * Where documents lie that more than one machine signs: {@code pending/} of a workspace. A document stays there, as it is, until all
 * its signatures are together, so that what is signed elsewhere is what will be published.
 */
public final class SigningTable {

    private static final List<String> MAY_DIFFER = List.of("version", "expires", "time");

    private final WorkspaceFolder workspace;
    private final Passphrases passphrases;

    public SigningTable(WorkspaceFolder workspace, Passphrases passphrases) {
        this.workspace = workspace;
        this.passphrases = passphrases;
    }

    /** A document that waits and says the same as this one, but for its version and times; that one goes on. */
    JsonObject sameOrThis(String name, JsonObject document, Instant now) throws IOException {
        if (Files.exists(file(name))) {
            JsonObject waits = Json.object(Files.readAllBytes(file(name))).getAsJsonObject("signed");
            boolean fresh = now.isBefore(Instant.parse(waits.get("expires").getAsString()));
            if (fresh && without(waits).equals(without(document))) {
                return waits;
            }
        }
        return document;
    }

    /**
     * Signs with the keys that are at hand, as many as are needed, beside those signatures that were put to it before.
     *
     * @throws SignaturesMissing when that is not enough; the document waits for them then
     */
    byte[] complete(String name, JsonObject document, List<Rule> rules) throws IOException, PublishingFault {
        Envelope envelope = begun(name, document);
        for (Rule rule : rules) {
            for (String keyid : rule.keyids()) {
                if (!rule.isMet(envelope) && !envelope.isSignedBy(keyid)) {
                    Optional<SigningKey> key = key(keyid);
                    key.ifPresent(envelope::sign);
                }
            }
        }
        for (Rule rule : rules) {
            if (!rule.isMet(envelope)) {
                StaticFiles.createPrivateFolder(file(name).getParent());
                StaticFiles.writePrivate(file(name), envelope.bytes());
                throw new SignaturesMissing(
                        file(name), rule.role(), rule.threshold() - rule.signers(envelope), names(rule, envelope));
            }
        }
        return envelope.bytes();
    }

    /** What waited here is published now. */
    void clear(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /**
     * Puts signatures of this workspace's keys to a document that another one made: of every key here that is for its role and that
     * can sign.
     *
     * @return the names of the keys that signed
     * @throws PublishingFault when it is no such document, or no key of this workspace has a say in it
     */
    public List<String> signForOthers(Path document) throws IOException, PublishingFault {
        Envelope envelope = envelope(document);
        KeyRole role = KeyRole.ofWord(envelope.signed().get("_type").getAsString())
                .orElseThrow(() -> new PublishingFault("sign.not-metadata", document));
        List<OpenKey> keys = new ArrayList<>();
        for (KeyFiles files : List.of(workspace.files(), workspace.retired())) {
            for (OpenKey key : files.all()) {
                if (WorkspaceFolder.roleOf(key.name()).equals(Optional.of(role)) && files.canSign(key.name())) {
                    envelope.sign(files.secret(key.name(), passphrases));
                    keys.add(key);
                }
            }
        }
        if (keys.isEmpty()) {
            throw new PublishingFault("sign.no-say", document);
        }
        StaticFiles.writePrivate(document, envelope.bytes());
        return keys.stream().map(OpenKey::name).toList();
    }

    private static Envelope envelope(Path document) throws IOException, PublishingFault {
        try {
            Envelope envelope = Envelope.read(Files.readAllBytes(document));
            if (envelope.signed().has("_type")) {
                return envelope;
            }
        } catch (RuntimeException e) {
            throw new PublishingFault("sign.not-metadata", document);
        }
        throw new PublishingFault("sign.not-metadata", document);
    }

    private Envelope begun(String name, JsonObject document) throws IOException {
        if (Files.exists(file(name))) {
            Envelope waits = Envelope.read(Files.readAllBytes(file(name)));
            if (waits.signed().equals(document)) {
                return waits;
            }
        }
        return Envelope.of(document);
    }

    private Optional<SigningKey> key(String keyid) throws IOException, PublishingFault {
        for (KeyFiles files : List.of(workspace.files(), workspace.retired())) {
            for (OpenKey key : files.all()) {
                if (key.keyid().equals(keyid) && files.canSign(key.name())) {
                    return Optional.of(files.secret(key.name(), passphrases));
                }
            }
        }
        return Optional.empty();
    }

    private String names(Rule rule, Envelope envelope) throws IOException, PublishingFault {
        List<OpenKey> known = new ArrayList<>(workspace.files().all());
        known.addAll(workspace.retired().all());
        return rule.keyids().stream()
                .filter(keyid -> !envelope.isSignedBy(keyid))
                .map(keyid -> known.stream()
                                .filter(key -> key.keyid().equals(keyid))
                                .map(OpenKey::name)
                                .findFirst()
                                .orElse("?")
                        + " (" + keyid.substring(0, 8) + ")")
                .collect(Collectors.joining(", "));
    }

    private static JsonObject without(JsonObject document) {
        JsonObject rest = document.deepCopy();
        MAY_DIFFER.forEach(rest::remove);
        return rest;
    }

    private Path file(String name) {
        return workspace.folder().resolve("pending").resolve(name);
    }
}
