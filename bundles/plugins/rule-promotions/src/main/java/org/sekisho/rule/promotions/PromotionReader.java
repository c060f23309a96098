package org.sekisho.rule.promotions;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.api.device.DisplayWidth;

/** Reads one promotion to the letter: an unknown or wrong field is refused by its name, with what is right. */
final class PromotionReader {

    private static final String ID = "[a-z0-9][a-z0-9.-]{0,31}";

    /** What the receipt has room for before the amount. */
    private static final int WIDEST = 34;

    private PromotionReader() {}

    static Promotion read(Fields fields) throws SettingsFault {
        String id = fields.text("id", ID, "1 to 32 small letters, digits, dots or dashes");
        String type = fields.text("type");
        Offer offer = new OfferReader(fields).read(type);
        boolean all = type.equals(OfferReader.THRESHOLD) && !fields.has("items");
        Promotion promotion = new Promotion(
                id,
                name(fields),
                all ? Goods.ALL : goods(fields.object("items")),
                WhenReader.read(fields.objectOrEmpty("when")),
                fields.flag("combines"),
                offer);
        fields.noMore();
        return promotion;
    }

    /** In both languages where both are given: a receipt is read by whoever gets it. */
    private static String name(Fields fields) throws SettingsFault {
        Fields name = fields.object("name");
        String text = Stream.of(name.text("ja", "", ".*", ""), name.text("en", "", ".*", ""))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" / "));
        name.noMore();
        boolean fits = DisplayWidth.of(text) <= WIDEST && text.codePoints().noneMatch(Character::isISOControl);
        if (text.isEmpty() || !fits) {
            throw fields.mustBe(
                    "name",
                    text,
                    "given in ja or en or both, together no wider than " + WIDEST + " letters (a kanji counts two)");
        }
        return text;
    }

    private static Goods goods(Fields items) throws SettingsFault {
        Goods goods = new Goods(items.texts("codes"), items.texts("departments"));
        items.noMore();
        if (goods.equals(Goods.ALL)) {
            throw items.wrong("codes", "or departments must name something");
        }
        return goods;
    }
}
