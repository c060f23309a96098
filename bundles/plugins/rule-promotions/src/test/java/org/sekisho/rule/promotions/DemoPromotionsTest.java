package org.sekisho.rule.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.testkit.SampleSale;

/** The promotions of the demo grocery, which the document shows. */
class DemoPromotionsTest {

    private static final Path ROOT = Path.of("../../..");

    private static String file() throws IOException {
        return Files.readString(ROOT.resolve("distribution/demo/promotions.json"));
    }

    @Test
    void allFourAreTaken() throws Exception {
        PromotionsFile read = PromotionsFile.read(file());
        assertThat(read.faults()).isEmpty();
        assertThat(read.leaflet().promotions())
                .extracting(Promotion::id)
                .containsExactly("tofu-3for2", "tea-3for330", "deli-evening", "year-end");
    }

    @Test
    void documentShowsThisVeryFile() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/promotions.md"))).contains("```json\n" + file() + "```\n");
    }

    @Test
    void itsItemsAreInTheShop() throws Exception {
        List<String> items = Files.readAllLines(ROOT.resolve("distribution/demo/items.csv"));
        for (Promotion promotion : PromotionsFile.read(file()).leaflet().promotions()) {
            Stream<String> codes = promotion.goods().codes().stream().map(code -> code + ",");
            Stream<String> departments =
                    promotion.goods().departments().stream().map(name -> "," + name + ",");
            assertThat(Stream.concat(codes, departments))
                    .allSatisfy(word -> assertThat(items).anyMatch(item -> item.contains(word)));
        }
    }

    /** Tofu 294 - 98; tea 374 - 330; salad 398 at 80 off; 196 + 330 + 318 + 4156 are 5000. */
    @Test
    void anEveningInDecemberGetsAllOfThem() throws Exception {
        List<PriceRule> rules = Sheet.rulesOf(file());
        SampleSale sale = SampleSale.yen()
                .at("2026-12-01T18:00")
                .pieces(3, "4901234060142", 98)
                .pieces(2, "4901234567894", 128)
                .pieces(1, "4901234120037", 118)
                .pieces(1, "salad", 398)
                .department("惣菜")
                .standardRate(1, "pan", 4156);
        assertThat(Sheet.offByLine(rules, sale.view()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(98 + 44 + 80 + 300);
        assertThat(Sheet.off(rules, sale.at("2026-12-01T17:59").view()))
                .noneMatch(words -> words.startsWith("deli"))
                .anyMatch(words -> words.startsWith("year-end"));
    }
}
