package org.sekisho.gate.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;

class TargetSearchTest {

    private static final Signer KEY = new Signer(1);

    private final Map<String, Metadata> roles = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    private static Map<String, Object> to(String role, boolean terminating, String... paths) {
        return Map.of(
                "name",
                role,
                "keyids",
                List.of(KEY.keyid()),
                "threshold",
                1,
                "terminating",
                terminating,
                "paths",
                List.of(paths));
    }

    private static Metadata targets(List<String> listed, List<Map<String, Object>> delegations) throws TrustRefusal {
        Map<String, Object> targets = new HashMap<>();
        listed.forEach(name -> targets.put(name, Map.of()));
        Map<String, Object> signed = Map.of(
                "_type",
                "targets",
                "spec_version",
                "1.0.31",
                "version",
                1,
                "expires",
                "2999-01-01T00:00:00Z",
                "targets",
                targets,
                "delegations",
                Map.of("keys", Map.of(KEY.keyid(), KEY.json()), "roles", delegations));
        return Metadata.read(Role.TARGETS, "targets.json", Signer.envelope(signed, KEY));
    }

    private Metadata find(String target, Metadata top) throws Exception {
        return new TargetSearch(delegation -> {
                    asked.add(delegation.role());
                    return roles.get(delegation.role());
                })
                .find(target, top);
    }

    @Test
    void rolesAreAskedInOrderAndInDepthFirst() throws Exception {
        roles.put("a", targets(List.of(), List.of(to("c", false, "*"))));
        roles.put("b", targets(List.of("x"), List.of()));
        roles.put("c", targets(List.of(), List.of(to("a", false, "*"))));
        assertThat(find("x", targets(List.of(), List.of(to("a", false, "*"), to("b", false, "*")))))
                .isSameAs(roles.get("b"));
        assertThat(asked).containsExactly("a", "c", "b");
    }

    @Test
    void behindATerminatingDelegationNobodyIsAsked() throws Exception {
        roles.put("a", targets(List.of(), List.of()));
        Metadata top = targets(List.of(), List.of(to("a", true, "*"), to("b", false, "*")));
        assertThatThrownBy(() -> find("x", top)).isInstanceOf(MissingFile.class);
        assertThat(asked).containsExactly("a");
    }

    @Test
    void theTopLevelRoleComesFirst() throws Exception {
        Metadata top = targets(List.of("x"), List.of(to("a", true, "*")));
        assertThat(find("x", top)).isSameAs(top);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"*,README.md", "*.md,README.md", "a-?.tgz,a-1.tgz", "a/*/c*,a/b/c", "**x*y,xxyzxy", "/,/"})
    void aPatternMatches(String path, String target) throws Exception {
        roles.put("a", targets(List.of(target), List.of()));
        assertThat(find(target, targets(List.of(), List.of(to("a", false, path)))))
                .isSameAs(roles.get("a"));
    }

    @ParameterizedTest
    @CsvSource({"*.md,a/README.md", "*.md,README.MD", "a-?.tgz,a-12.tgz", "a?b,a/b", "*xy,xyz", "*,a/", "[ab],a"})
    void aPatternDoesNotMatch(String path, String target) throws Exception {
        Metadata top = targets(List.of(), List.of(to("a", false, path)));
        assertThatThrownBy(() -> find(target, top)).isInstanceOf(MissingFile.class);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "Timestamp", "../x", "/x", "a/b", ""})
    void aNameThatCouldBeAnotherFilesIsRefused(String name) throws Exception {
        Metadata top = targets(List.of(), List.of(to(name, false, "*")));
        assertThatThrownBy(() -> find("x", top)).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void aChainWithoutEndEnds() throws Exception {
        for (int i = 0; i < 1000; i++) {
            roles.put("r" + i, targets(List.of(), List.of(to("r" + (i + 1), false, "*"))));
        }
        Metadata top = targets(List.of(), List.of(to("r0", false, "*")));
        assertThatThrownBy(() -> find("x", top)).isInstanceOf(MissingFile.class);
        assertThat(asked).hasSizeLessThan(100);
    }
}
