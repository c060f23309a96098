package org.sekisho.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promotions as a cashier sees them: under their line, and above all what is wrong with one. */
class PromotionsPageIT {

    private static final String PROMOTIONS = """
            {"promotions": [
              {"id": "rice", "name": {"ja": "おにぎり3個で2個分", "en": "3 for 2"},
               "type": "n-for-m", "take": 3, "pay": 2, "items": {"codes": ["4901234567894"]}},
              {"id": "beer", "name": {"en": "beer"}, "type": "percentage", "items": {"codes": ["4912345678904"]}}
            ]}
            """;

    @TempDir
    Path folder;

    @Test
    void lineNamesItsPromotionAndTheBandWhatIsLeftOut() throws IOException {
        Register register = new Register(folder).initialise();
        Files.writeString(register.home().resolve("promotions.json"), PROMOTIONS);
        try (Chromium chromium = Chromium.find();
                Running running = register.run();
                TillPage till = chromium.till(running.page())) {
            till.signOnAsCashier().speak("en").scan("2*4901234567894");
            assertThat(till.lines()).hasCount(1);
            till.assertTotal("¥260");
            till.scan("4901234567894");
            assertThat(till.lines()).hasCount(2);
            till.assertTotal("¥260");
            assertThat(till.lines().locator("th"))
                    .containsText(new String[] {"おにぎり3個で2個分 / 3 for 2 −¥87", "おにぎり3個で2個分 / 3 for 2 −¥43"});
            assertThat(till.find(".band.warning").getByText("promotions.json: promotion 2 (beer): percent is missing"))
                    .containsText("Sales go on without it");
            till.picture("promotion");
        }
    }
}
