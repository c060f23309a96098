package org.sekisho.gate.tuf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * What one role of targets leaves to another.
 *
 * @param role the name of the other one, which is also the name of its file
 * @param terminating whether nobody else is asked for a target that this matches
 * @param paths shell patterns, of which {@code *} and {@code ?} match no slash
 * @param prefixes of the hex SHA-256 of the target's name, instead of patterns
 */
record Delegation(String role, RoleKeys keys, boolean terminating, List<String> paths, List<String> prefixes) {

    /** Those of one role, in the order in which they are asked; none where there are none. */
    static List<Delegation> of(Metadata targets) throws MalformedDocument {
        if (!targets.signed().has("delegations")) {
            return List.of();
        }
        String document = targets.name();
        Fields fields = targets.signed().object("delegations");
        if (!fields.has("roles")) {
            return List.of(); // succinct roles are not known here
        }
        Fields keyFields = fields.object("keys");
        Map<String, PublicKey> keys = new HashMap<>();
        for (String keyid : keyFields.names()) {
            keys.put(keyid, PublicKey.read(keyFields.object(keyid)));
        }
        List<Delegation> delegations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields role : fields.objects("roles")) {
            String name = role.text("name");
            requireName(document, name);
            if (!names.add(name)) {
                throw new MalformedDocument(document, "the delegation " + name + " stands twice");
            }
            delegations.add(new Delegation(
                    name,
                    RoleKeys.of(document, keys, role),
                    role.flag("terminating", false),
                    role.has("paths") ? role.texts("paths") : List.of(),
                    role.has("path_hash_prefixes") ? role.texts("path_hash_prefixes") : List.of()));
        }
        return delegations;
    }

    /** A name becomes a file's: with a slash it could be one anywhere, and those of the four roles are taken. */
    private static void requireName(String document, String name) throws MalformedDocument {
        boolean taken = false;
        for (Role role : Role.values()) {
            taken |= role.type().equalsIgnoreCase(name);
        }
        if (taken || name.isEmpty() || name.contains("/")) {
            throw new MalformedDocument(document, "a delegation may not be called " + name);
        }
    }

    boolean matches(String target) {
        String digest = Digests.sha256(target.getBytes(StandardCharsets.UTF_8));
        return paths.stream().anyMatch(path -> matches(path, target))
                || prefixes.stream().anyMatch(digest::startsWith);
    }

    /** Part by part, as neither sign matches a slash. */
    private static boolean matches(String path, String target) {
        String[] patterns = path.split("/", -1);
        String[] parts = target.split("/", -1);
        boolean matches = patterns.length == parts.length;
        for (int i = 0; matches && i < parts.length; i++) {
            matches = partMatches(patterns[i], parts[i]);
        }
        return matches;
    }

    /** Gives a star as little as it can, and only the last one ever more: never slower than pattern by part. */
    private static boolean partMatches(String pattern, String part) {
        int at = 0;
        int star = -1;
        int starEnd = 0;
        for (int i = 0; i < part.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                starEnd = i;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == part.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++starEnd;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(letter -> letter == '*');
    }
}
