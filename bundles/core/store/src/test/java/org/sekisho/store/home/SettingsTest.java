package org.sekisho.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.store.HomeFault;
import org.sekisho.store.InStoreCode;
import org.sekisho.store.Issuer;
import org.sekisho.store.RateSchedule;
import org.sekisho.store.StoreSettings;
import org.sekisho.store.TaxSettings.Scheme;
import org.sekisho.store.TaxSettings.Scope;

class SettingsTest {

    private static final String JAPAN =
            "'tax':{'scheme':'jp','prices':'inclusive','rates':{'standard':'10','reduced':'8'}}";

    @Test
    void everythingButCurrencyAndTaxHasADefault() throws Exception {
        StoreSettings read = read("{'currency':'JPY'," + JAPAN + "}");
        assertThat(read).isEqualTo(StoreSettings.ofJapaneseShop(new Issuer("", "")));
    }

    @Test
    void everySettingIsTakenFromTheFile() throws Exception {
        StoreSettings read = read("{'currency':'EUR','tax':{'scheme':'eu','prices':'exclusive','rounding':'half-up',"
                + "'scope':'line','rates':{'standard':'19','food':'5.50'}},'storeId':'B-2','laneId':'A1',"
                + "'timeZone':'Europe/Berlin','businessDayStarts':'00:30','country':'DE',"
                + "'database':'jdbc:postgresql://db/shop','signOn':{'profile':'nist'},"
                + "'issuer':{'name':'Laden','registrationNumber':'DE123'},'language':'en'}");
        assertThat(read.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(read.tax().scheme()).isEqualTo(Scheme.EU);
        assertThat(read.tax().pricesIncludeTax()).isFalse();
        assertThat(read.tax().rounding()).isEqualTo(RoundingMode.HALF_UP);
        assertThat(read.tax().scope()).isEqualTo(Scope.LINE);
        assertThat(read.tax().rates().get(new TaxCode("food")))
                .isEqualTo(RateSchedule.always(TaxRate.ofPercent("5.5")));
        assertThat(read.storeId()).isEqualTo("B-2");
        assertThat(read.laneId()).isEqualTo("A1");
        assertThat(read.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(read.businessDayStarts()).isEqualTo(LocalTime.of(0, 30));
        assertThat(read.country()).isEqualTo("DE");
        assertThat(read.database()).isEqualTo("jdbc:postgresql://db/shop");
        assertThat(read.signOnProfile()).isEqualTo("nist");
        assertThat(read.issuer()).isEqualTo(new Issuer("Laden", "DE123"));
        assertThat(read.language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void exemptAndZeroAreAlwaysThere() throws Exception {
        StoreSettings read = read("{'currency':'JPY','tax':{'scheme':'jp','prices':'inclusive','rates':{'zero':'0'}}}");
        assertThat(read.tax().rates())
                .containsOnly(
                        Map.entry(TaxCode.EXEMPT, RateSchedule.always(TaxRate.NONE)),
                        Map.entry(TaxCode.ZERO, RateSchedule.always(TaxRate.NONE)));
    }

    @Test
    void ratesChangeOnTheirDay() throws Exception {
        RateSchedule standard = rate("[{'from':'2019-10-01','rate':'10'},{'from':'2014-04-01','rate':'8'}]", "jp");
        assertThat(standard.on(LocalDate.of(2014, 3, 31))).isEmpty();
        assertThat(standard.on(LocalDate.of(2019, 9, 30)).orElseThrow().rate()).hasToString("8");
        assertThat(standard.on(LocalDate.of(2019, 10, 1)).orElseThrow().rate()).hasToString("10");
    }

    @Test
    void componentsOfAUsRateAddUp() throws Exception {
        RateSchedule stacked = rate("[{'name':'State','rate':'6.25'},{'name':'City','rate':'1.5'}]", "us");
        assertThat(stacked.steps().get(0).rate()).hasToString("7.75");
        assertThat(stacked.steps().get(0).components()).extracting("name").containsExactly("State", "City");
    }

    @Test
    void pointsAreGivenWhereTheShopSaysForWhat() throws Exception {
        assertThat(read("{'currency':'JPY'," + JAPAN + "}").pointsPer()).isZero();
        StoreSettings said = read("{'currency':'JPY'," + JAPAN + ",'points':{'per':100}}");
        assertThat(said.pointsPer()).isEqualTo(100);
        assertThat(SettingsReader.read(SettingsWriter.write(said))).isEqualTo(said);
    }

    @Test
    void inStoreCodesAreAsTheShopSays() throws Exception {
        StoreSettings said = read("{'currency':'JPY'," + JAPAN + ",'codes':{'inStore':["
                + "{'prefix':'02','item':5,'value':4,'of':'price','valueCheckDigit':true},"
                + "{'prefix':'213','item':4,'value':5,'of':'weight','decimals':2}]}}");
        assertThat(said.inStoreCodes())
                .containsExactly(
                        new InStoreCode("02", 5, 4, InStoreCode.Value.PRICE, true, 0),
                        new InStoreCode("213", 4, 5, InStoreCode.Value.WEIGHT, false, 2));
        assertThat(SettingsReader.read(SettingsWriter.write(said))).isEqualTo(said);
        assertThat(read("{'currency':'JPY'," + JAPAN + ",'codes':{'inStore':[]}}")
                        .inStoreCodes())
                .isEmpty();
    }

    @Test
    void inStoreCodesHaveTheSchemesDefault() throws Exception {
        String eu = "'tax':{'scheme':'eu','prices':'inclusive','rates':{}}";
        assertThat(read("{'currency':'EUR'," + eu + "}").inStoreCodes())
                .extracting("prefix", "of", "decimals")
                .startsWith(tuple("20", InStoreCode.Value.PRICE, 2))
                .endsWith(tuple("25", InStoreCode.Value.WEIGHT, 1));
        assertThat(read("{'currency':'ISK'," + eu + "}").inStoreCodes())
                .extracting("prefix")
                .containsExactly("22", "23", "24", "25");
        for (Scheme scheme : Scheme.values()) {
            for (InStoreCode code : InStoreCode.usual(scheme, Currency.getInstance("EUR"))) {
                assertThat(code.prefix().length()
                                + code.itemDigits()
                                + (code.valueCheckDigit() ? 1 : 0)
                                + code.valueDigits()
                                + 1)
                        .isEqualTo(InStoreCode.LENGTH);
            }
        }
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws Exception {
        String rates = "{'a':'1','b':[{'from':'2020-01-01','rate':'2'},{'from':'2021-01-01','rate':[{'name':'X','rate':"
                + "'3'}]}],'c':[{'name':'S','rate':'4'},{'name':'T','rate':'0.125'}]}";
        StoreSettings us = read("{'currency':'USD','tax':{'scheme':'us','prices':'exclusive','rounding':'ceiling',"
                + "'rates':" + rates + "},'timeZone':'America/New_York'}");
        assertThat(SettingsReader.read(SettingsWriter.write(us))).isEqualTo(us);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {%s}                                                       | currency is missing
            {'currency':'JPY'}                                         | tax is missing
            {'currency':'YEN',%s}                                      | currency is "YEN" and must be an ISO 4217 code
            {'currency':'XAU',%s}                                      | currency is "XAU"
            {'currency':'JPY',%s,'colour':'red'}                       | colour is no setting
            {'currency':'JPY',%s,'signOn':{'profil':'nist'}}           | signOn.profil is no setting
            {'currency':'JPY',%s,'signOn':{'profile':'none'}}          | must be source-jp, pci-90day or nist
            {'currency':'JPY',%s,'laneId':1}                           | laneId must be a string
            {'currency':'JPY',%s,'laneId':'1 a'}                       | laneId is "1 a"
            {'currency':'JPY',%s,'storeId':''}                         | storeId is ""
            {'currency':'JPY',%s,'timeZone':'Tokyo'}                   | timeZone is "Tokyo"
            {'currency':'JPY',%s,'businessDayStarts':'5:00'}           | businessDayStarts is "5:00"
            {'currency':'JPY',%s,'country':'Japan'}                    | country is "Japan"
            {'currency':'JPY',%s,'database':'jdbc:derby:x'}            | database must be hsqldb or
            {'currency':'JPY',%s,'issuer':'me'}                        | issuer must be an object
            {'currency':'JPY',%s,'language':'fr'}                      | language is "fr" and must be ja or en
            {'currency':'JPY',%s,'language':null}                      | language must be a string
            {'currency':'JPY',%s,'currency':'JPY'}                     | "currency" stands there twice
            {'currency':'JPY',%s,'points':{}}                          | points.per is missing
            {'currency':'JPY',%s,'points':{'per':0}}                   | points.per is 0 and must be a whole number from 1
            {'currency':'JPY',%s,'points':{'per':100,'to':1}}          | points.to is no setting
            {'currency':'JPY',%s,'codes':[]}                           | codes must be an object
            {'currency':'JPY',%s,'codes':{'instore':[]}}               | codes.instore is no setting
            {'currency':'JPY',%s,'codes':{'inStore':{}}}               | codes.inStore must be a list
            {'currency':'JPY',%s,'codes':{'inStore':[{'prefix':'49','item':5,'value':5,'of':'price'}]}} | codes.inStore[0].prefix is "49"
            {'currency':'JPY',%s,'codes':{'inStore':[{'prefix':'20','item':5,'value':4,'of':'price'}]}} | make a code of 12 digits
            {'currency':'JPY',%s,'codes':{'inStore':[{'prefix':'20','item':5,'value':5,'of':'size'}]}} | must be one of price, weight
            {'currency':'JPY',%s,'codes':{'inStore':[{'prefix':'20','item':5,'value':5,'of':'price','decimals':2}]}} | decimals is 2 and must be a whole number from 0 to 0
            {'currency':'JPY',%s,'codes':{'inStore':[{'prefix':'20','item':'5','value':5,'of':'price'}]}} | item is "5" and must be a whole number
            {'currency':'JPY',%s,'codes':{'inStore':[{'prefix':'20','item':5,'value':5,'of':'price','valueCheckDigit':1}]}} | must be true or false
            {'currency':'JPY',%s,'codes':{'inStore':[{'prefix':'20','item':5,'value':5,'of':'price'},{'prefix':'201','item':4,'value':5,'of':'price'}]}} | cannot be told from "20"
            {'currency':'JPY',%s} x                                    | is not JSON
            {'currency':'JPY'                                          | ends in the middle
            []                                                         | must be an object
            """)
    void aWrongSettingIsRefusedByName(String json, String sentence) {
        assertThatThrownBy(() -> read(json.replace("%s", JAPAN)))
                .isInstanceOf(HomeFault.class)
                .hasMessageStartingWith("store.json")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'scheme':'uk','prices':'inclusive','rates':{}                             | tax.scheme is "uk" and must be one of jp, eu, us
            'prices':'inclusive','rates':{}                                           | tax.scheme is missing
            'scheme':'jp','rates':{}                                                  | tax.prices is missing
            'scheme':'jp','prices':'inclusive'                                        | tax.rates is missing
            'scheme':'jp','prices':'inclusive','rates':{},'rounding':'up'             | tax.rounding is "up" and must be one of floor, ceiling, half-up
            'scheme':'jp','prices':'inclusive','rates':{},'scope':'line'              | tax.scope must be receipt in the jp scheme
            'scheme':'jp','prices':'inclusive','rates':{},'rate':'8'                  | tax.rate is no setting
            'scheme':'jp','prices':'inclusive','rates':{'standard':10}                | tax.rates.standard must be a string
            'scheme':'jp','prices':'inclusive','rates':{'standard':'-1'}              | tax.rates.standard is "-1"
            'scheme':'jp','prices':'inclusive','rates':{'standard':'1e1'}             | tax.rates.standard is "1e1"
            'scheme':'jp','prices':'inclusive','rates':{'standard':'101'}             | tax.rates.standard is "101"
            'scheme':'jp','prices':'inclusive','rates':{'standard':[]}                | tax.rates.standard must be a list
            'scheme':'jp','prices':'inclusive','rates':{'zero':'1'}                   | tax.rates.zero is always "0"
            'scheme':'jp','prices':'inclusive','rates':{'exempt':'8'}                 | tax.rates.exempt is always "0"
            'scheme':'jp','prices':'inclusive','rates':{'a b':'8'}                    | tax.rates.a b is no name for a rate
            'scheme':'jp','prices':'inclusive','rates':{'a':[{'rate':'8'}]}           | tax.rates.a[0].from is missing
            'scheme':'jp','prices':'inclusive','rates':{'a':[{'from':'x','rate':'8'}]} | tax.rates.a[0].from is "x"
            'scheme':'jp','prices':'inclusive','rates':{'a':[{'name':'x','rate':'8'}]} | tax.rates.a has components
            'scheme':'us','prices':'inclusive','rates':{'a':[{'name':'x','rat':'8'}]} | tax.rates.a[0].rate is missing
            'scheme':'jp','prices':'inclusive','rates':{'a':[{'from':'2020-01-01','rate':'8'},{'from':'2020-01-01','rate':'9'}]} | tax.rates.a[1].from is there twice
            """)
    void aWrongTaxIsRefusedByName(String tax, String sentence) {
        assertThatThrownBy(() -> read("{'currency':'JPY','tax':{" + tax + "}}"))
                .isInstanceOf(HomeFault.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aDatabaseAddressIsNotRepeatedInAnError() {
        assertThatThrownBy(() -> read("{'currency':'JPY'," + JAPAN + ",'database':'jdbc:mysql://x?password=hush'}"))
                .isInstanceOf(HomeFault.class)
                .hasMessageNotContaining("hush");
    }

    /** The first is the National Tax Agency's own, the others are public bodies' and companies'. */
    @ParameterizedTest
    @ValueSource(strings = {"T7000012050002", "T7010705000725", "T9234567890123", "T1810000000000"})
    void aRightRegistrationNumberIsTaken(String number) throws Exception {
        assertThat(issued(number).issuer().registrationNumber()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1234567890123", "T7000012050003", "T0000012050002", "T7010705000752"})
    void aCorporationsWrongCheckDigitIsRefused(String number) {
        assertThatThrownBy(() -> issued(number)).hasMessageContaining("issuer.registrationNumber is \"" + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7000012050002", "T700001205000", "T70000120500021", "t7000012050002", "T7000-012050002"})
    void aMisshapenRegistrationNumberIsRefused(String number) {
        assertThatThrownBy(() -> issued(number)).hasMessageContaining("must be T and 13 digits");
    }

    private static StoreSettings issued(String number) throws HomeFault {
        return read("{'currency':'JPY'," + JAPAN + ",'issuer':{'name':'店','registrationNumber':'" + number + "'}}");
    }

    private static RateSchedule rate(String standard, String scheme) throws HomeFault {
        return read("{'currency':'JPY','tax':{'scheme':'" + scheme + "','prices':'inclusive','rates':{'standard':"
                        + standard + "}}}")
                .tax()
                .rates()
                .get(TaxCode.STANDARD);
    }

    private static StoreSettings read(String json) throws HomeFault {
        return SettingsReader.read(json.replace('\'', '"'));
    }
}
