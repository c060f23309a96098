package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.vault.MasterToken;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;

/**
 * {@code vault.json} in the home: {@code {"schema":1,"source":{"keyFile"|"passphraseFile":PATH}|{"pkcs11","pinFile","challenge"},"envelope":{…},"access":"…",["recovery":{…}],["earlier":{"envelope":{…},["recovery":{…}]}]}}.
 *
 * @param source where the master secret lies
 * @param envelope the vault's own text
 * @param access the sealed password of the database's one account, in Base64
 * @param recovery a second envelope of the same data key, which the recovery key opens; none in homes that were made before there were such keys
 * @param earlier the data key before, by the same secrets; there until nothing is sealed by it any more
 */
record VaultFile(
        KeySource source,
        String envelope,
        String access,
        @Nullable String recovery,
        @Nullable Earlier earlier) {

    /** A data key that only opens. */
    record Earlier(String envelope, @Nullable String recovery) {}

    private static final String NAME = "vault.json";
    private static final Set<String> NAMES = Set.of("schema", "source", "envelope", "access");
    private static final int LONGEST = 64 * 1024;

    static Path in(Path home) {
        return home.resolve(NAME);
    }

    static VaultFile read(Path home) throws StorageFault {
        Path file = in(home);
        if (!Files.exists(file)) {
            throw new StorageFault(
                    StorageFault.Kind.NOT_INITIALISED,
                    "There is no register in " + home + " yet. Make one: sekisho init --home " + home);
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw damaged(file);
            }
            return parse(Files.readString(file), file);
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER, file + " cannot be read (" + e.getMessage() + "). Check the disk.", e);
        }
    }

    /** @param file where the text stands */
    static VaultFile parse(String text, Path file) throws StorageFault {
        try {
            JsonObject read = JsonParser.parseString(text).getAsJsonObject();
            if (!read.keySet().containsAll(NAMES)) {
                throw damaged(file);
            }
            if (read.get("schema").getAsInt() != 1) {
                throw new StorageFault(
                        StorageFault.Kind.OTHER,
                        file + " was written by a newer version of the register. Use that version.");
            }
            return new VaultFile(
                    source(read.getAsJsonObject("source"), file),
                    read.getAsJsonObject("envelope").toString(),
                    read.get("access").getAsString(),
                    recovery(read),
                    read.has("earlier") ? earlier(read.getAsJsonObject("earlier")) : null);
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw damaged(file);
        }
    }

    private static @Nullable String recovery(JsonObject of) {
        return of.has("recovery") ? of.getAsJsonObject("recovery").toString() : null;
    }

    private static Earlier earlier(JsonObject earlier) {
        return new Earlier(earlier.getAsJsonObject("envelope").toString(), recovery(earlier));
    }

    private static KeySource source(JsonObject source, Path file) throws StorageFault {
        if (source.has("keyFile")) {
            return new KeySource.KeyFile(path(source, "keyFile"));
        }
        if (source.has("passphraseFile")) {
            return new KeySource.PassphraseFile(path(source, "passphraseFile"));
        }
        if (source.has("pkcs11") && source.has("pinFile") && source.has("challenge")) {
            String challenge = source.get("challenge").getAsString();
            if (HexFormat.of().parseHex(challenge).length != MasterToken.CHALLENGE_BYTES) {
                throw damaged(file);
            }
            return new KeySource.Token(path(source, "pkcs11"), path(source, "pinFile"), challenge);
        }
        throw damaged(file);
    }

    private static Path path(JsonObject source, String name) {
        return Path.of(source.get(name).getAsString());
    }

    /** Writes it beside and moves it into place, so that there is a whole one or none. */
    void write(Path home) throws StorageFault {
        Path file = in(home);
        Path beside = home.resolve(NAME + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer whole = ByteBuffer.wrap((text() + "\n").getBytes(UTF_8));
                while (whole.hasRemaining()) {
                    channel.write(whole);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(home, StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER, file + " cannot be written (" + e.getMessage() + "). Check the disk.", e);
        }
    }

    /** The same, its secret lying elsewhere. */
    VaultFile lyingIn(KeySource there) {
        return new VaultFile(there, envelope, access, recovery, earlier);
    }

    /** In one line. */
    String text() {
        JsonObject where = new JsonObject();
        if (source instanceof KeySource.Token token) {
            where.addProperty("pkcs11", token.path().toString());
            where.addProperty("pinFile", token.pinFile().toString());
            where.addProperty("challenge", token.challenge());
        } else {
            where.addProperty(
                    source instanceof KeySource.KeyFile ? "keyFile" : "passphraseFile",
                    source.path().toString());
        }
        JsonObject vault = new JsonObject();
        vault.addProperty("schema", 1);
        vault.add("source", where);
        vault.add("envelope", JsonParser.parseString(envelope));
        vault.addProperty("access", access);
        addRecovery(vault, recovery);
        if (earlier != null) {
            JsonObject before = new JsonObject();
            before.add("envelope", JsonParser.parseString(earlier.envelope()));
            addRecovery(before, earlier.recovery());
            vault.add("earlier", before);
        }
        return vault.toString();
    }

    private static void addRecovery(JsonObject to, @Nullable String recovery) {
        if (recovery != null) {
            to.add("recovery", JsonParser.parseString(recovery));
        }
    }

    byte[] sealedAccess() throws StorageFault {
        try {
            return Base64.getDecoder().decode(access);
        } catch (IllegalArgumentException e) {
            throw damaged(Path.of(NAME));
        }
    }

    static StorageFault damaged(Path file) {
        return new StorageFault(
                StorageFault.Kind.DAMAGED,
                file + " was changed or damaged. The data stays sealed without it: restore this file from a back-up.");
    }
}
