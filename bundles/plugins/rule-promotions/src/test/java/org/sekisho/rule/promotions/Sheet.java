package org.sekisho.rule.promotions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;

/** Promotions for tests, in the file's own words with {@code '} for {@code "}. */
final class Sheet {

    static final String TEA_3_FOR_2 = promotion("tea", "'type':'n-for-m','take':3,'pay':2," + codes("tea", "cola"));
    static final String TEA_3_FOR_400 = promotion("tea-400", "'type':'n-for-m','take':3,'price':400," + codes("tea"));
    static final String DRINKS_400 =
            promotion("drinks", "'type':'mix-and-match','take':3,'price':400," + codes("tea", "cola", "juice"));
    static final String PAIR_401 =
            promotion("pair", "'type':'mix-and-match','take':2,'price':401," + codes("bread", "beer"));
    static final String CHEAPEST_FREE =
            promotion("free", "'type':'mix-and-match','take':2,'pay':1," + codes("bread", "beer", "tea"));
    static final String TEN_PERCENT = promotion("ten", "'type':'percentage','percent':'10'," + codes("tea", "ham"));
    static final String TEN_PERCENT_TOO =
            promotion("ten", "'type':'percentage','percent':'10','combines':true," + codes("tea", "ham"));
    static final String HUNDRED_OFF = promotion("hundred", "'type':'threshold','spend':1000,'off':100");
    static final String HUNDRED_OFF_TOO =
            promotion("hundred", "'type':'threshold','spend':1000,'off':100,'combines':true");
    static final String FIVE_PERCENT = promotion("five", "'type':'threshold','spend':1000,'percent':'5'");

    private Sheet() {}

    static String promotion(String id, String rest) {
        return "{'id':'" + id + "','name':{'ja':'特価 " + id + "','en':'" + id + " deal'}," + rest + "}";
    }

    static String codes(String... codes) {
        return "'items':{'codes':['" + String.join("','", codes) + "']}";
    }

    static String json(String... promotions) {
        return ("{'promotions':[" + String.join(",", promotions) + "]}").replace('\'', '"');
    }

    static List<PriceRule> rules(String... promotions) {
        return rulesOf(json(promotions));
    }

    /** As the register gets them, from a home with that file. */
    static List<PriceRule> rulesOf(String json) {
        try {
            Path home = Files.createTempDirectory("promotions");
            Path file = Files.writeString(home.resolve(PromotionsFile.NAME), json);
            List<PriceRule> rules = Promotions.rules(Optional.of(home.toString()));
            Files.delete(file);
            Files.delete(home);
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each promotion takes off each line: {@code tea 1: 150}. */
    static List<String> off(List<PriceRule> rules, SaleView sale) {
        List<String> words = new ArrayList<>();
        for (PriceRule rule : rules) {
            for (Adjustment proposal : rule.propose(sale)) {
                words.add(rule.name().substring("promotions.".length()) + " " + proposal.line() + ": "
                        + proposal.off().minor());
            }
        }
        return words;
    }

    /** What is taken off each line by all of them. */
    static Map<Integer, Long> offByLine(List<PriceRule> rules, SaleView sale) {
        Map<Integer, Long> offs = new TreeMap<>();
        for (PriceRule rule : rules) {
            rule.propose(sale)
                    .forEach(proposal ->
                            offs.merge(proposal.line(), proposal.off().minor(), Long::sum));
        }
        return offs;
    }
}
