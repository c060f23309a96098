package org.sekisho.catalogue.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.Unit;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Finding;
import org.sekisho.catalogue.ImportProgress;
import org.sekisho.catalogue.ImportResult;
import org.sekisho.catalogue.ImportResult.Imported;
import org.sekisho.catalogue.ImportResult.Refused;
import org.sekisho.catalogue.Label;
import org.sekisho.catalogue.RowFault;
import org.sekisho.journal.Entry;
import org.sekisho.journal.chain.JournalSchema;
import org.sekisho.journal.chain.LaneJournal;
import org.sekisho.journal.fixture.FixedHome;
import org.sekisho.journal.fixture.HandClock;
import org.sekisho.journal.fixture.MemoryDatabase;
import org.sekisho.storage.StorageFault;

class ItemCatalogueTest {

    private static final String HEADER = "code,name,name_en,price,tax,unit,department,tax_included\n";
    private static final String DATED =
            "code,name,name_en,price,tax,unit,department,tax_included,valid_from,valid_until\n";
    private static final String TEA = "4901234567894,緑茶,Green tea,298,reduced,piece,飲料,\n";
    private static final String APPLES = "0012,りんご,Apples,598,reduced,kg,果物,no\n";

    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");

    private MemoryDatabase database;
    private LaneJournal journal;
    private ItemCatalogue catalogue;
    private final List<ItemCatalogue> opened = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        database = new MemoryDatabase(new JournalSchema(), new ItemSchema());
        journal = new LaneJournal(database, FixedHome.japanese(), new HandClock("2026-04-01T01:23:45.678Z"));
        catalogue = restarted();
    }

    @AfterEach
    void close() throws Exception {
        opened.forEach(ItemCatalogue::stop);
        database.close();
    }

    @Test
    void everyColumnReachesTheItem() throws Exception {
        assertThat(load(HEADER + TEA + APPLES)).isEqualTo(new Imported(2, 0));
        Currency yen = Currency.getInstance("JPY");
        assertThat(find(catalogue, "4901234567894"))
                .contains(new Item(
                        "4901234567894",
                        "緑茶",
                        "Green tea",
                        Money.of(298, yen),
                        TaxCode.REDUCED,
                        Unit.PIECE,
                        "飲料",
                        true));
        assertThat(find(catalogue, "0012"))
                .contains(new Item("0012", "りんご", "Apples", Money.of(598, yen), TaxCode.REDUCED, Unit.KG, "果物", false));
    }

    @Test
    void itemsSurviveARestart() throws Exception {
        load(HEADER + TEA + APPLES);
        ItemCatalogue next = restarted();
        assertThat(size(next)).isEqualTo(2);
        assertThat(find(next, "4901234567894")).isEqualTo(find(catalogue, "4901234567894"));
    }

    @Test
    void anyFormOfAGtinFindsTheItem() throws Exception {
        load(HEADER + TEA + "036000291452,Soup,,100,standard,piece,,\n" + "012345000065,Gum,,50,standard,piece,,\n");
        assertThat(find(catalogue, "04901234567894")).isPresent();
        assertThat(find(catalogue, "0036000291452")).isPresent();
        assertThat(find(catalogue, "00036000291452")).isPresent();
        assertThat(find(catalogue, "01234565")).map(Item::name).contains("Gum");
    }

    @Test
    void aWrongCheckDigitIsNeverFound() throws Exception {
        load(HEADER + TEA + APPLES);
        assertThat(find(catalogue, "4901234567895")).isEmpty();
        assertThat(find(catalogue, "12")).isEmpty();
        assertThat(find(catalogue, "")).isEmpty();
    }

    @Test
    void aCodeThatHoldsAWeightFindsItsItem() throws Exception {
        load(HEADER + TEA + APPLES);
        assertThat(catalogue.find("(01)04901234567894(3103)001250(17)261231(10)ABC", TODAY))
                .isEqualTo(new Finding.Found(
                        find(catalogue, "4901234567894").orElseThrow(),
                        new Label(
                                Optional.of(Quantity.parse("1.25")),
                                Optional.empty(),
                                Optional.of(LocalDate.parse("2026-12-31")),
                                Optional.of("ABC"))));
    }

    @Test
    void anInStoreCodeFindsTheItemWithZerosForItsValue() throws Exception {
        load(HEADER + "0212345000007,ぶり切身,,0,reduced,piece,鮮魚,\n" + "2099999000007,会員券,,100,standard,piece,,\n");
        Item fish = find(catalogue, "0212345000007").orElseThrow();
        assertThat(catalogue.find("0212345004807", TODAY)).isEqualTo(new Finding.Found(fish, priced(480)));
        assertThat(catalogue.find("212345004807", TODAY)).isEqualTo(new Finding.Found(fish, priced(480)));
        assertThat(catalogue.find("0212345000007", TODAY)).isEqualTo(new Finding.Found(fish, Label.NONE));
        assertThat(catalogue.find("2099999000007", TODAY)).isInstanceOf(Finding.Found.class);
        assertThat(catalogue.find("0254321004807", TODAY)).isEqualTo(new Finding.Missed(CodeFault.UNKNOWN));
    }

    @Test
    void whatNoItemHasSaysWhy() throws Exception {
        load(HEADER + TEA);
        assertThat(catalogue.find("4901234567895", TODAY)).isEqualTo(new Finding.Missed(CodeFault.CHECK_DIGIT_WRONG));
        assertThat(catalogue.find("4912345678904", TODAY)).isEqualTo(new Finding.Missed(CodeFault.UNKNOWN));
        assertThat(catalogue.find("01234565", TODAY)).isEqualTo(new Finding.Missed(CodeFault.UNKNOWN));
        assertThat(catalogue.find("(01)04901234567895", TODAY))
                .isEqualTo(new Finding.Missed(CodeFault.CHECK_DIGIT_WRONG));
        assertThat(catalogue.find("(10)ABC", TODAY)).isEqualTo(new Finding.Missed(CodeFault.ELEMENTS_UNREADABLE));
    }

    private static Label priced(long yen) {
        return Label.ofPrice(Money.of(yen, Currency.getInstance("JPY")));
    }

    @Test
    void thePriceIsThatOfTheBusinessDate() throws Exception {
        load(DATED + tea("298,,2026-03-31") + tea("328,2026-04-01,2026-06-30") + tea("348,2026-08-01,"));
        assertThat(price("2020-01-01")).contains(298L);
        assertThat(price("2026-03-31")).contains(298L);
        assertThat(price("2026-04-01")).contains(328L);
        assertThat(price("2026-06-30")).contains(328L);
        assertThat(catalogue.find("4901234567894", LocalDate.parse("2026-07-01")))
                .isEqualTo(new Finding.Missed(CodeFault.NO_PRICE));
        assertThat(catalogue.find("(01)04901234567894", LocalDate.parse("2026-07-01")))
                .isEqualTo(new Finding.Missed(CodeFault.NO_PRICE));
        assertThat(price("2199-01-01")).contains(348L);
    }

    @Test
    void pricesByDateAreTheSameInMemory() throws Exception {
        thePriceIsThatOfTheBusinessDate();
        index(catalogue);
        for (String[] expected : new String[][] {
            {"2026-03-31", "298"}, {"2026-04-01", "328"}, {"2026-06-30", "328"}, {"2026-08-01", "348"}
        }) {
            assertThat(price(expected[0])).contains(Long.parseLong(expected[1]));
        }
        assertThat(catalogue.find("4901234567894", LocalDate.parse("2026-07-01")))
                .isEqualTo(new Finding.Missed(CodeFault.NO_PRICE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            298,2026-04-01,           | 328,,2026-04-01           | PERIOD_OVERLAPS   | the dates of 4901234567894 overlap with those in line 2
            298,2026-04-01,2026-04-30 | 328,2026-04-10,2026-04-11 | PERIOD_OVERLAPS   | the dates
            298,2026-04-01,2026-04-30 | 328,,                     | PERIOD_OVERLAPS   | the dates
            298,,                     | 328,,                     | CODE_TWICE        | the code 4901234567894 stands in line 2 already
            298,,2026-03-31           | 328,2026-04-31,           | DATE_INVALID      | valid_from is "2026-04-31"
            298,,2026-03-31           | 328,1.4.2026,             | DATE_INVALID      | valid_from is "1.4.2026"
            298,,2026-03-31           | 328,2026-04-02,2026-04-01 | PERIOD_BACKWARDS  | valid_until 2026-04-01 is before valid_from 2026-04-02
            """)
    void wrongDatesAreNamedByTheirLine(String first, String second, RowFault fault, String sentence) throws Exception {
        Refused refused = (Refused) load(DATED + tea(first) + tea(second));
        assertThat(refused.rows()).hasSize(1);
        assertThat(refused.rows().get(0).line()).isEqualTo(3);
        assertThat(refused.rows().get(0).fault()).isEqualTo(fault);
        assertThat(refused.rows().get(0).why()).startsWith(sentence);
        assertThat(size(catalogue)).isZero();
    }

    @Test
    void theRowsOfAnItemReplaceThoseItHad() throws Exception {
        load(DATED + tea("298,,2026-03-31") + tea("328,2026-04-01,") + "0012,りんご,,598,reduced,kg,,,,\n");
        assertThat(load(DATED + tea("308,,"))).isEqualTo(new Imported(0, 1));
        assertThat(price("2020-01-01")).contains(308L);
        assertThat(price("2026-04-01")).contains(308L);
        assertThat(find(catalogue, "0012")).isPresent();
        assertThat(load(DATED + tea("308,,"))).isEqualTo(new Imported(0, 0));
    }

    @Test
    void anExportImportsToTheSame() throws Exception {
        load(DATED
                + "\"A-1\",\"茶, \"\"極\"\"\",=1+1,120,standard,piece,,yes,,\n"
                + tea("298,,2026-03-31")
                + tea("328,2026-04-01,")
                + "0012,りんご,Apples,598,reduced,kg,\"果物,青果\",no,,\n"
                + "01234565,Gum,,50,standard,piece,,,,\n");
        String csv = export(catalogue);
        assertThat(load(csv)).isEqualTo(new Imported(0, 0));
        database.tamper("DELETE FROM item_row");
        assertThat(size(catalogue)).isZero();
        assertThat(load(csv)).isEqualTo(new Imported(4, 0));
        assertThat(export(catalogue)).isEqualTo(csv);
        assertThat(csv).contains("01234565,Gum", "\"茶, \"\"極\"\"\",=1+1");
    }

    @Test
    void whatIsInMemoryIsWhatIsStored() throws Exception {
        StringBuilder file = new StringBuilder(HEADER + TEA + APPLES + "01234565,Gum,,50,standard,piece,,\n");
        for (int i = 1; i <= 3000; i++) {
            file.append("P")
                    .append(i)
                    .append(",x")
                    .append(i)
                    .append(",,")
                    .append(i)
                    .append(",reduced,piece,,\n");
        }
        load(file.toString());
        ItemCatalogue next = restarted();
        index(next);
        for (String code : List.of(
                "4901234567894",
                "04901234567894",
                "0012",
                "12",
                "01234565",
                "012345000065",
                "P1",
                "P3000",
                "P3001",
                "")) {
            assertThat(next.find(code, TODAY)).as(code).isEqualTo(catalogue.find(code, TODAY));
        }
        assertThat(catalogue.isIndexed()).isFalse();
    }

    @Test
    void anImportByAnotherLaneIsSoldWithinSeconds() throws Exception {
        load(HEADER + TEA);
        ItemCatalogue otherLane = restarted();
        index(otherLane);
        assertThat(find(otherLane, "4901234567894").orElseThrow().price().minor())
                .isEqualTo(298);
        load(HEADER + TEA.replace("298", "328"));
        long end = System.nanoTime() + 20_000_000_000L;
        while (find(otherLane, "4901234567894").orElseThrow().price().minor() != 328) {
            assertThat(System.nanoTime()).as("still the old price").isLessThan(end);
            Thread.sleep(20);
        }
        index(otherLane);
        assertThat(find(otherLane, "4901234567894").orElseThrow().price().minor())
                .isEqualTo(328);
    }

    @Test
    void theIndexIsTriedAgainWhateverWentWrong() throws Exception {
        load(HEADER + TEA);
        AtomicInteger tries = new AtomicInteger();
        IndexKeeper keeper = new IndexKeeper(database, () -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("as if");
            }
            return ItemMaker.of(FixedHome.japanese().settings());
        });
        try {
            keeper.want();
            long end = System.nanoTime() + 20_000_000_000L;
            while (keeper.index().isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(20);
            }
            assertThat(tries).hasValue(2);
        } finally {
            keeper.stop();
        }
    }

    @Test
    void anImportIsSoldAtOnceAlsoWhileTheIndexIsMadeAnew() throws Exception {
        load(HEADER + TEA);
        index(catalogue);
        load(HEADER + TEA.replace("298", "328"));
        assertThat(price("2026-04-01")).contains(328L);
        index(catalogue);
        assertThat(price("2026-04-01")).contains(328L);
    }

    /** As after a power cut in the middle of an import: what it wrote never counts, and the next import clears it away. */
    @Test
    void anImportThatNeverEndedDoesNotCount() throws Exception {
        load(HEADER + TEA + APPLES);
        database.tamper("INSERT INTO item_edition VALUES (3, 0)");
        database.tamper(
                "INSERT INTO item_row SELECT item_key, 3, valid_from, valid_until, code, 'half', name_en, 1, tax,"
                        + " unit, department, tax_included FROM item_row WHERE code = '4901234567894'");
        database.tamper(
                "INSERT INTO item_row SELECT '00000000000017', 3, valid_from, valid_until, '17', 'half', name_en, 1,"
                        + " tax, unit, department, tax_included FROM item_row WHERE code = '0012'");
        assertThat(price("2026-04-01")).contains(298L);
        assertThat(size(catalogue)).isEqualTo(2);
        ItemCatalogue next = restarted();
        index(next);
        assertThat(find(next, "4901234567894").orElseThrow().name()).isEqualTo("緑茶");
        assertThat(load(HEADER + APPLES)).isEqualTo(new Imported(0, 0));
        assertThat(database.tamper("DELETE FROM item_row WHERE name = 'half'")).isZero();
        assertThat(price("2026-04-01")).contains(298L);
    }

    @Test
    void anImportThatAnotherOvertookIsGivenUp() throws Exception {
        ImportProgress overtaking = (stage, done, total) -> {
            if (stage == ImportProgress.Stage.WRITTEN) {
                try {
                    restarted()
                            .importCsv(
                                    (HEADER + APPLES).getBytes(StandardCharsets.UTF_8),
                                    "other",
                                    ImportProgress.UNHEARD);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        assertThatThrownBy(
                        () -> catalogue.importCsv((HEADER + TEA).getBytes(StandardCharsets.UTF_8), "mgr", overtaking))
                .isInstanceOf(StorageFault.class)
                .hasMessageContaining("Nothing of it was imported");
        assertThat(find(catalogue, "4901234567894")).isEmpty();
        assertThat(find(catalogue, "0012")).isPresent();
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        assertThatThrownBy(() -> catalogue.importCsv(
                        (HEADER + TEA).getBytes(StandardCharsets.UTF_16), "mgr", ImportProgress.UNHEARD))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void aFileOfFaultsIsNotReadToItsEnd() throws Exception {
        Refused refused = (Refused) load(HEADER + "13,x,,1,reduced,box,,\n".repeat(3000));
        assertThat(refused.rows()).hasSize(1001);
        assertThat(refused.rows().get(1000).fault()).isEqualTo(RowFault.READING_STOPPED);
    }

    private static String tea(String priceAndDates) {
        String[] parts = priceAndDates.split(",", 2);
        return "4901234567894,緑茶,Green tea," + parts[0] + ",reduced,piece,飲料,," + parts[1] + "\n";
    }

    private Optional<Long> price(String day) throws Exception {
        return catalogue.find("4901234567894", LocalDate.parse(day)) instanceof Finding.Found found
                ? Optional.of(found.item().price().minor())
                : Optional.empty();
    }

    private static void index(ItemCatalogue catalogue) throws Exception {
        catalogue.makeReady();
        long end = System.nanoTime() + 10_000_000_000L;
        while (!catalogue.isIndexed()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(1);
        }
    }

    @Test
    void existingItemsChange() throws Exception {
        load(HEADER + TEA + APPLES);
        String dearer = TEA.replace("298", "328").replace("4901234567894", "04901234567894");
        assertThat(load(HEADER + dearer + APPLES + "13,なし,,100,reduced,piece,果物,\n"))
                .isEqualTo(new Imported(1, 1));
        assertThat(size(catalogue)).isEqualTo(3);
        assertThat(find(catalogue, "4901234567894").orElseThrow().price().minor())
                .isEqualTo(328);
        assertThat(find(restarted(), "4901234567894").orElseThrow().price().minor())
                .isEqualTo(328);
    }

    @Test
    void columnsComeInAnyOrderAndFieldsQuoted() throws Exception {
        load("\uFEFFunit,price,\"name\",code,department,name_en,tax\r\n"
                + "piece,120,\"茶, \"\"極\"\"\",4901234567894,,,standard\r\n\r\n,,,,,,\r\n");
        assertThat(find(catalogue, "4901234567894")).map(Item::name).contains("茶, \"極\"");
    }

    @Test
    void theImportIsJournalledWithoutNames() throws Exception {
        String file = "\uFEFF" + HEADER + TEA + APPLES;
        load(file);
        Entry entry = journal.find("1", 1).orElseThrow();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8));
        assertThat(entry.type()).isEqualTo("ItemsImported");
        assertThat(entry.payload())
                .hasToString(
                        "{\"added\":2,\"businessDate\":\"2026-04-01\",\"changed\":0,\"count\":2,\"operator\":\"mgr\","
                                + "\"sha256\":\"" + HexFormat.of().formatHex(digest) + "\",\"store\":\"S1\",\"v\":1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4901234567895,x,,1,reduced,piece,,          | CHECK_DIGIT_WRONG    | the check digit of 4901234567895 is wrong
            ,x,,1,reduced,piece,,                       | CODE_INVALID         | the code "" must be
            3*12,x,,1,reduced,piece,,                   | CODE_INVALID         | the code "3*12" must be
            13,,,1,reduced,piece,,                      | NAME_MISSING         | the name is missing
            13,x,,-1,reduced,piece,,                    | PRICE_INVALID        | the price "-1" must be
            13,x,,1.5,reduced,piece,,                   | PRICE_INVALID        | the price "1.5" must be
            13,x,,９８,reduced,piece,,                  | PRICE_INVALID        | the price "９８" must be
            13,x,,1,luxury,piece,,                      | TAX_UNKNOWN          | the tax "luxury" must be one of exempt, reduced, standard, zero
            13,x,,1,reduced,box,,                       | UNIT_UNKNOWN         | the unit "box" must be
            13,x,,1,reduced,piece,,maybe                | TAX_INCLUDED_INVALID | tax_included is "maybe"
            13,x,,1,reduced,piece,                      | FIELDS_MISCOUNTED    | the row has 7 fields, the header 8
            13,x"y,,1,reduced,piece,,                   | QUOTE_STRAY          | a quotation mark stands inside
            04901234567894,x,,1,reduced,piece,,         | CODE_TWICE           | the code 04901234567894 stands in line 2 already
            """)
    void aBadRowIsNamedByItsLineAndNothingIsKept(String row, RowFault fault, String sentence) throws Exception {
        Refused refused = (Refused) load(HEADER + TEA + APPLES + row + "\n");
        assertThat(refused.rows()).hasSize(1);
        assertThat(refused.rows().get(0).line()).isEqualTo(4);
        assertThat(refused.rows().get(0).fault()).isEqualTo(fault);
        assertThat(refused.rows().get(0).why()).startsWith(sentence);
        assertThat(size(catalogue)).isZero();
        assertThat(journal.find("1", 1)).isEmpty();
    }

    @Test
    void controlCharactersNeverReachAPrinter() throws Exception {
        Refused refused = (Refused) load(HEADER + "13,x\u001bp0,,1,reduced,piece,a\tb,\n");
        assertThat(refused.rows()).extracting("fault").containsOnly(RowFault.TEXT_UNPRINTABLE);
        assertThat(refused.rows()).extracting("facts").containsExactly(List.of("name"), List.of("department"));
    }

    @Test
    void everyBadRowIsNamed() throws Exception {
        Refused refused = (Refused) load(HEADER + "1,,,x,reduced,piece,,\n\n2,x,,1,reduced,box,,\n");
        assertThat(refused.rows()).extracting("line").containsExactly(2, 2, 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                       | NO_HEADER
            'code,name,name_en,price,tax,unit\n'                     | COLUMN_MISSING
            'code,name,name_en,price,tax,unit,department,code\n'     | COLUMN_TWICE
            'code,name,name_en,price,tax,unit,department,colour\n'   | COLUMN_UNKNOWN
            """)
    void aWrongHeaderIsRefused(String file, RowFault fault) throws Exception {
        Refused refused = (Refused) load(file);
        assertThat(refused.rows()).extracting("fault").containsExactly(fault);
        assertThat(refused.rows()).extracting("line").containsExactly(1);
    }

    @Test
    void everyFaultHasASentenceInBothLanguages() {
        for (RowFault fault : RowFault.values()) {
            List<String> facts = List.of("甲", "乙");
            String english = fault.sentence(Locale.ENGLISH, facts);
            assertThat(english).isNotBlank().doesNotContain("{");
            assertThat(fault.sentence(Locale.JAPANESE, facts))
                    .isNotEqualTo(english)
                    .doesNotContain("{");
            assertThat(fault.sentence(Locale.FRENCH, facts)).isEqualTo(english);
        }
    }

    @Test
    void anImportThatCannotBeJournalledIsNotKept() throws Exception {
        database.tamper("DROP TABLE journal");
        assertThatThrownBy(() -> load(HEADER + TEA)).isInstanceOf(StorageFault.class);
        assertThat(size(catalogue)).isZero();
        assertThat(size(restarted())).isZero();
    }

    @Test
    void manyPagesAreReadBack() throws Exception {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= 4001; i++) {
            file.append("P").append(i).append(",x,,1,reduced,piece,,\n");
        }
        assertThat(load(file.toString())).isEqualTo(new Imported(4001, 0));
        assertThat(size(restarted())).isEqualTo(4001);
        assertThat(Arrays.asList("P1", "P2000", "P4001"))
                .allSatisfy(code -> assertThat(find(catalogue, code)).isPresent());
    }

    private static Optional<Item> find(ItemCatalogue where, String code) throws StorageFault {
        return where.find(code, TODAY) instanceof Finding.Found found ? Optional.of(found.item()) : Optional.empty();
    }

    private static int size(ItemCatalogue where) throws Exception {
        return (int) export(where).lines().skip(1).count();
    }

    private static String export(ItemCatalogue where) throws Exception {
        StringBuilder csv = new StringBuilder();
        where.exportCsv(csv);
        return csv.toString();
    }

    private ItemCatalogue restarted() {
        ItemCatalogue next = new ItemCatalogue(database, journal, FixedHome.japanese());
        opened.add(next);
        return next;
    }

    private ImportResult load(String csv) throws Exception {
        return catalogue.importCsv(csv.getBytes(StandardCharsets.UTF_8), "mgr", ImportProgress.UNHEARD);
    }
}
