package org.sekisho.publishing.workspace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.extensions.BundleFacts;
import org.sekisho.publishing.AllowRequest;
import org.sekisho.publishing.Allowed;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Revocation;
import org.sekisho.publishing.release.Contents;
import org.sekisho.publishing.release.Draft;
import org.sekisho.publishing.release.ListedBundle;

/** Changes the lists of a draft: all of one change, or nothing. */
final class Lists {

    private final Draft draft;

    Lists(Draft draft) {
        this.draft = draft;
    }

    Allowed allow(AllowRequest request) throws IOException, PublishingFault {
        String file = request.jar().getFileName().toString();
        byte[] jar = Files.readAllBytes(request.jar());
        BundleFacts facts = BundleFacts.read(jar);
        if (!facts.sha256().equals(request.sha256())) {
            throw new PublishingFault("list.swapped", file);
        }
        if (facts.symbolicName().isEmpty()) {
            throw new PublishingFault("list.no-bundle", file);
        }
        BundleFacts.Signer signer = facts.signer().orElseThrow(() -> new PublishingFault("list.unsigned", file));
        ListedBundle bundle = ListedBundle.of(
                        facts.symbolicName() + "-" + version(facts) + ".jar",
                        jar,
                        request.plugin(),
                        request.granted(),
                        signer,
                        request.evidence())
                .requireSound()
                .requirePluginRules();
        requireEnough(file, facts, request.granted());
        Contents contents = draft.read();
        requireNew(contents, facts);
        Optional<JsonObject> before = contents.newest(facts.symbolicName());
        contents.list(bundle);
        draft.keep(contents);
        return allowed(request, facts, signer, before);
    }

    /** As the entry has it; the name in the repository is made of it, so that versions lie beside each other. */
    private static String version(BundleFacts facts) {
        return facts.version().isEmpty() ? "0.0.0" : facts.version();
    }

    private static void requireEnough(String file, BundleFacts facts, Optional<List<String>> granted)
            throws PublishingFault {
        List<String> beyond = without(facts.powers(), granted.orElse(facts.powers()));
        if (!beyond.isEmpty()) {
            throw new PublishingFault("list.powers", file, String.join(" ", beyond));
        }
    }

    private static void requireNew(Contents contents, BundleFacts facts) throws PublishingFault {
        for (JsonObject entry : contents.entries()) {
            boolean sameBytes = text(entry, "sha256").equals(facts.sha256());
            boolean sameName = text(entry, "symbolicName").equals(facts.symbolicName())
                    && text(entry, "version").equals(version(facts));
            if (sameBytes) {
                throw new PublishingFault("list.already", facts.symbolicName(), version(facts));
            }
            if (sameName) {
                throw new PublishingFault("list.changed", facts.symbolicName(), version(facts));
            }
        }
    }

    private static boolean isRevoked(Contents contents, String sha256) {
        return contents.revoked().stream()
                .anyMatch(entry -> text(entry, "sha256").equals(sha256));
    }

    private static Allowed allowed(
            AllowRequest request, BundleFacts facts, BundleFacts.Signer signer, Optional<JsonObject> before) {
        List<String> granted = request.granted().orElse(facts.powers()).stream()
                .distinct()
                .sorted()
                .toList();
        List<String> had = before.map(entry -> texts(entry.getAsJsonObject("powers"), "granted"))
                .orElse(List.of());
        return new Allowed(
                facts.symbolicName(),
                version(facts),
                facts.sha256(),
                signer.name(),
                request.plugin(),
                granted,
                facts.redAmong(granted),
                before.map(entry -> text(entry, "version")).orElse(""),
                before.isPresent() ? without(granted, had) : List.of(),
                without(had, granted),
                before.map(entry -> without(facts.imports(), texts(entry, "imports")))
                        .orElse(List.of()));
    }

    List<String> revoke(String what, Revocation level, String reason) throws IOException, PublishingFault {
        Contents contents = draft.read();
        List<JsonObject> meant = contents.entries().stream()
                .filter(entry -> text(entry, "symbolicName").equals(what)
                        || text(entry, "sha256").equals(what))
                .filter(entry -> !isRevoked(contents, text(entry, "sha256"))
                        || text(entry, "sha256").equals(what))
                .toList();
        if (meant.isEmpty()) {
            throw new PublishingFault("revoke.unknown", what);
        }
        List<JsonObject> gone = new ArrayList<>(meant);
        boolean byName = meant.stream().noneMatch(entry -> text(entry, "sha256").equals(what));
        Optional<JsonObject> newest = contents.newest(text(meant.get(0), "symbolicName"));
        for (JsonObject entry : meant) {
            boolean core = !entry.get("plugin").getAsBoolean();
            boolean isNewest = newest.equals(Optional.of(entry));
            if (core && isNewest) {
                if (!byName || meant.size() == 1) {
                    throw new PublishingFault("revoke.core", text(entry, "symbolicName"));
                }
                // By name, a part of the register loses what its newest version replaces.
                gone.remove(entry);
            }
        }
        gone.forEach(entry -> contents.revoke(text(entry, "sha256"), level, reason));
        draft.keep(contents);
        return gone.stream()
                .map(entry -> text(entry, "symbolicName") + " " + text(entry, "version"))
                .toList();
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(text -> !others.contains(text)).toList();
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.getAsJsonArray(name).asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }
}
