package org.sekisho.rule.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.testkit.SampleSale;

/** 22 November 2026 is a Sunday. */
class WhenTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {}                                        | 2026-11-22T03:00:00 | true
                    {'from':'2026-11-22'}                     | 2026-11-22T00:00:00 | true
                    {'from':'2026-11-23'}                     | 2026-11-22T23:59:59 | false
                    {'to':'2026-11-22'}                       | 2026-11-22T23:59:59 | true
                    {'to':'2026-11-21'}                       | 2026-11-22T00:00:00 | false
                    {'days':['sun']}                          | 2026-11-22T12:00:00 | true
                    {'days':['mon','sat']}                    | 2026-11-22T12:00:00 | false
                    {'hours':'17:00-19:00'}                   | 2026-11-22T16:59:59 | false
                    {'hours':'17:00-19:00'}                   | 2026-11-22T17:00:00 | true
                    {'hours':'17:00-19:00'}                   | 2026-11-22T18:59:59 | true
                    {'hours':'17:00-19:00'}                   | 2026-11-22T19:00:00 | false
                    {'hours':'22:00-00:00'}                   | 2026-11-22T23:59:59 | true
                    {'hours':'22:00-00:00'}                   | 2026-11-22T00:00:00 | false
                    {'days':['sun'],'hours':'22:00-02:00'}    | 2026-11-22T22:00:00 | true
                    {'days':['sun'],'hours':'22:00-02:00'}    | 2026-11-23T01:59:00 | true
                    {'days':['sun'],'hours':'22:00-02:00'}    | 2026-11-22T01:59:00 | false
                    {'days':['sun'],'hours':'22:00-02:00'}    | 2026-11-23T22:00:00 | false
                    {'to':'2026-11-22','hours':'22:00-02:00'} | 2026-11-23T01:00:00 | true
                    {'from':'2026-11-01','to':'2026-11-30','days':['sun'],'hours':'09:00-12:30'} | 2026-11-22T12:29:00 | true
                    """)
    void holdsByTheShopsClock(String when, String time, boolean holds) {
        List<PriceRule> rules = Sheet.rules(
                Sheet.promotion("now", "'type':'percentage','percent':'50','when':" + when + "," + Sheet.codes("tea")));
        assertThat(Sheet.off(
                        rules, SampleSale.yen().at(time).pieces(1, "tea", 100).view()))
                .isEqualTo(holds ? List.of("now 1: 50") : List.of());
    }
}
