package org.sekisho.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sekisho.extensions.power.Power;

class DifferenceTest {

    private static final Wants BEFORE =
            new Wants(List.of("FILES", "JNDI"), List.of("a.b", "c"), List.of("x.Driver"), List.of());

    @Test
    void theSameWantsNeedNoApproval() {
        Difference difference = Difference.between(BEFORE, BEFORE);
        assertThat(difference.needsApproval()).isFalse();
        assertThat(difference.sentences(Locale.ENGLISH)).containsExactly("wants nothing new");
    }

    @Test
    void lessNeedsNoApprovalAndIsTold() {
        Difference difference =
                Difference.between(BEFORE, new Wants(List.of("FILES"), List.of("c"), List.of("x.Driver"), List.of()));
        assertThat(difference.needsApproval()).isFalse();
        assertThat(difference.sentences(Locale.ENGLISH))
                .containsExactly("wants nothing new", "no longer wants JNDI, a.b");
    }

    @Test
    void eachNewPowerPackageOrServiceNeedsApproval() {
        assertThat(with(List.of("EXIT"), List.of(), List.of(), List.of()).needsApproval())
                .isTrue();
        assertThat(with(List.of(), List.of("d"), List.of(), List.of()).needsApproval())
                .isTrue();
        assertThat(with(List.of(), List.of(), List.of("y.Driver"), List.of()).needsApproval())
                .isTrue();
        assertThat(with(List.of(), List.of(), List.of(), List.of("y.Vault")).needsApproval())
                .isTrue();
    }

    @Test
    void onlyTheDifferenceIsShown() {
        assertThat(with(List.of("EXIT"), List.of("d"), List.of("y.Driver"), List.of("y.Vault"))
                        .sentences(Locale.ENGLISH))
                .containsExactly(
                        "newly wants the powers EXIT",
                        "newly wants the packages d",
                        "newly provides the services y.Driver",
                        "newly wants the services y.Vault");
    }

    @Test
    void redPowersAreToldApart() {
        Difference difference = with(List.of("EXIT", "PROCESS", "UNHEARD_OF"), List.of(), List.of(), List.of());
        assertThat(difference.addedRed()).containsExactly("PROCESS", "UNHEARD_OF");
        assertThat(difference.sentences(Locale.ENGLISH))
                .containsExactly(
                        "newly wants the powers EXIT, PROCESS, UNHEARD_OF; two people must approve PROCESS, UNHEARD_OF");
    }

    @Test
    void withReflectionTheListMayBeIncompleteEvenIfItIsNotNew() {
        Wants reflecting = new Wants(List.of("REFLECT"), List.of(), List.of(), List.of());
        assertThat(Difference.between(reflecting, reflecting).mayBeIncomplete()).isTrue();
        assertThat(Difference.between(reflecting, BEFORE).mayBeIncomplete()).isFalse();
        assertThat(Difference.between(BEFORE, new Wants(List.of("DESERIALIZE"), List.of(), List.of(), List.of()))
                        .sentences(Locale.ENGLISH))
                .contains("This list may be incomplete: it can reach code by name.");
    }

    @Test
    void itSpeaksJapanese() {
        assertThat(with(List.of("PROCESS"), List.of(), List.of(), List.of()).sentences(Locale.JAPAN))
                .containsExactly("新しく求める権限：PROCESS（PROCESS には 2 名の承認が必要です）");
    }

    /** What the gate refuses to read, vetting must not write; and the other way round. */
    @Test
    void gateAndVettingKnowTheSamePowers() {
        assertThat(Arrays.stream(org.sekisho.gate.trust.Power.values()).map(each -> each.name() + each.isRed()))
                .containsExactlyElementsOf(Arrays.stream(Power.values())
                        .map(each -> each.name() + each.isRed())
                        .toList());
    }

    private static Difference with(
            List<String> powers, List<String> imports, List<String> provides, List<String> requires) {
        return Difference.between(Wants.NOTHING, new Wants(powers, imports, provides, requires));
    }
}
