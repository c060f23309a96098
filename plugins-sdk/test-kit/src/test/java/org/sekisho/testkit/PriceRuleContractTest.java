package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.testkit.Rules.AlwaysYen;
import org.sekisho.testkit.Rules.CountsItsCustomers;
import org.sekisho.testkit.Rules.CountsLinesFromZero;
import org.sekisho.testkit.Rules.GivesMoreThanThereIs;
import org.sekisho.testkit.Rules.GivesNoReason;
import org.sekisho.testkit.Rules.MakesItDearer;
import org.sekisho.testkit.Rules.NeverFires;
import org.sekisho.testkit.Rules.Right;
import org.sekisho.testkit.Rules.TellsAStory;
import org.sekisho.testkit.Rules.TestedRule;
import org.sekisho.testkit.Rules.ThinksForLong;
import org.sekisho.testkit.Rules.WhoAmI;

class PriceRuleContractTest {

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(NeverFires.class, "firesWhereItsAuthorSays"),
                arguments(WhoAmI.class, "nameIsPlainAndStable"),
                arguments(CountsItsCustomers.class, "sameSaleGetsTheSameProposalsWhateverWasAskedBefore"),
                arguments(CountsLinesFromZero.class, "everyProposalIsForALineOfTheSale"),
                arguments(AlwaysYen.class, "everyProposalTakesOffInTheSalesOwnCurrency"),
                arguments(MakesItDearer.class, "everyProposalTakesOffInTheSalesOwnCurrency"),
                arguments(GivesMoreThanThereIs.class, "noLineIsPromisedMoreThanItHolds"),
                arguments(GivesNoReason.class, "everyProposalSaysWhyInOneShortLine"),
                arguments(TellsAStory.class, "everyProposalSaysWhyInOneShortLine"),
                arguments(ThinksForLong.class, "threeHundredLinesTakeNoTime"));
    }

    @Test
    void rightRuleKeepsEveryPoint() {
        assertThat(Outcome.failures(Right.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongRuleBreaksItsPointOnly(Class<? extends TestedRule> wrong, String point) {
        assertThat(Outcome.failures(wrong)).containsExactly(point);
    }

    @Test
    void everyPointHasARuleThatBreaksIt() {
        Set<String> broken = new TreeSet<>();
        wrong().forEach(wrong -> broken.add(String.valueOf(wrong.get()[1])));
        assertThat(broken).isEqualTo(Outcome.points(PriceRuleContract.class));
    }
}
