package org.sekisho.rule.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.testkit.SampleSale;

class PromotionsFileTest {

    private static final SaleView THREE_TEAS =
            SampleSale.yen().pieces(3, "tea", 150).view();

    @Test
    void shopWithoutTheFileHasNoPromotions(@TempDir Path home) {
        assertThat(Promotions.rules(Optional.of(home.toString()))).isEmpty();
        assertThat(Promotions.rules(Optional.empty())).isEmpty();
    }

    /** Whoever reads the journal finds the promotion and the field; the others hold. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    7                                      | promotion 1: must be an object
                    {'id':'x'}                             | promotion 1 (x): type is missing
                    {'id':'A b','type':'percentage'}       | promotion 1 (A b): id is "A b" and must be
                    'type':'lottery'                       | promotion 1 (x): type is "lottery" and must be one of n-for-m
                    'type':'percentage'                    | promotion 1 (x): percent is missing
                    'type':'percentage','percent':'0',I    | promotion 1 (x): percent is "0" and must be
                    'type':'percentage','percent':'100.5',I | promotion 1 (x): percent is "100.5" and must be
                    'type':'percentage','percent':10,I     | promotion 1 (x): percent must be a string
                    'type':'percentage','percent':'10'     | promotion 1 (x): items is missing
                    'type':'percentage','percent':'10','items':{} | promotion 1 (x): items.codes or departments must name something
                    'type':'percentage','percent':'10','items':{'codes':[]} | promotion 1 (x): items.codes must be a list
                    'type':'percentage','percent':'10','items':{'codes':['a','a']} | promotion 1 (x): items.codes names "a" twice
                    'type':'percentage','percent':'10','items':{'colours':['a']} | promotion 1 (x): items.colours is no setting
                    'type':'percentage','percent':'10','spend':1,I | promotion 1 (x): spend is no setting
                    'type':'percentage','percent':'10','combines':'yes',I | promotion 1 (x): combines must be true or false
                    'type':'n-for-m','take':1,'pay':1,I    | promotion 1 (x): take is 1 and must be a whole number from 2 to 99
                    'type':'n-for-m','take':3,'pay':3,I    | promotion 1 (x): pay is 3 and must be a whole number from 1 to 2
                    'type':'n-for-m','take':3,I            | promotion 1 (x): needs pay or price, one of them
                    'type':'n-for-m','take':3,'pay':2,'price':5,I | promotion 1 (x): needs pay or price, one of them
                    'type':'n-for-m','take':3,'price':0,I | promotion 1 (x): price is 0 and must be a whole number from 1 to 999999999
                    'type':'n-for-m','take':3,'price':1.5,I | promotion 1 (x): price is 1.5 and must be a whole number
                    'type':'n-for-m','take':3,'price':-1,I | promotion 1 (x): price is -1 and must be
                    'type':'n-for-m','take':3,'price':'5',I | promotion 1 (x): price is "5" and must be a whole number
                    'type':'threshold','spend':1000      | promotion 1 (x): needs off or percent, one of them
                    'type':'threshold','spend':1000,'off':1,'when':{'from':'2026-02-30'} | promotion 1 (x): when.from is "2026-02-30"
                    'type':'threshold','spend':1000,'off':1,'when':{'from':'2026-02-03','to':'2026-02-02'} | promotion 1 (x): when.to is "2026-02-02"
                    'type':'threshold','spend':1000,'off':1,'when':{'days':['Sunday']} | promotion 1 (x): when.days is "Sunday"
                    'type':'threshold','spend':1000,'off':1,'when':{'hours':'9-12'} | promotion 1 (x): when.hours is "9-12"
                    'type':'threshold','spend':1000,'off':1,'when':{'hours':'09:00-09:00'} | promotion 1 (x): when.hours is
                    'type':'threshold','spend':1000,'off':1,'when':{'hour':'09:00-10:00'} | promotion 1 (x): when.hour is no setting
                    'type':'threshold','spend':1000,'off':1,'name':{} | promotion 1 (x): name is "" and must be
                    'type':'threshold','spend':1000,'off':1,'name':{'fr':'x'} | promotion 1 (x): name.fr is no setting
                    'type':'threshold','spend':1000,'off':1,'name':{'ja':'一二三四五六七八九十','en':'twelve cells'} | promotion 1 (x): name is "一二三四五六七八九十 / twelve cells"
                    """)
    void faultyPromotionIsNamedAndTheOthersHold(String promotion, String sentence) {
        String whole = promotion.startsWith("'")
                ? "{'id':'x'," + (promotion.contains("'name'") ? "" : "'name':{'en':'x'},") + promotion + "}"
                : promotion;
        List<PriceRule> rules = Sheet.rules(whole.replace(",I}", "," + Sheet.codes("tea") + "}"), Sheet.TEA_3_FOR_2);
        assertThat(rules).hasSize(2);
        assertThat(Sheet.off(rules.subList(0, 1), THREE_TEAS)).containsExactly("tea 1: 150");
        assertThat(rules.get(1).name()).isEqualTo("promotions-fault.1");
        assertThatThrownBy(() -> rules.get(1).propose(THREE_TEAS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("promotions.json: " + sentence);
    }

    @Test
    void idThatStandsTwiceIsTheSecondsFault() {
        List<PriceRule> rules = Sheet.rules(Sheet.TEA_3_FOR_2, Sheet.TEA_3_FOR_2);
        assertThatThrownBy(() -> rules.get(1).propose(THREE_TEAS))
                .hasMessage("promotions.json: promotion 2 (tea): id stands on another promotion, too");
        assertThat(Sheet.off(rules.subList(0, 1), THREE_TEAS)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'promotions':[7]                              | ends in the middle
                    {'promotions':[7],}                            | is not JSON
                    {'promotions':[7],'promotions':[7]}            | is not JSON: "promotions" stands there twice at line 1 column
                    []                                             | all of it must be an object
                    {}                                             | promotions is missing
                    {'promotions':{}}                              | promotions must be a list
                    {'promotions':[]}                              | promotions must be a list
                    {'promotions':[7],'more':1}                    | more is no setting; here stand promotions
                    [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]        | is not JSON
                    """)
    void faultyFileIsOneRuleThatSaysSo(String json, String sentence) {
        List<PriceRule> rules = Sheet.rulesOf(json.replace('\'', '"'));
        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).name()).isEqualTo("promotions-fault.file");
        assertThatThrownBy(() -> rules.get(0).propose(THREE_TEAS))
                .hasMessageStartingWith("promotions.json: " + sentence);
    }

    @Test
    void lineOfAMistakeIsNamed() {
        assertThatThrownBy(() -> StrictJson.parse("{\n\"promotions\":\n [}\n"))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void fileThatIsTooLargeIsNotRead() {
        List<PriceRule> rules = Sheet.rulesOf(" ".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> rules.get(0).propose(THREE_TEAS)).hasMessageContaining("larger than 1048576 bytes");
    }
}
