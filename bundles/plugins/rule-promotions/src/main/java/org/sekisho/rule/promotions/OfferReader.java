package org.sekisho.rule.promotions;

import java.math.BigDecimal;

/** Reads what a promotion gives: its {@code type} and the fields that belong to it. */
final class OfferReader {

    static final String THRESHOLD = "threshold";

    private static final int LARGEST_SET = 99;
    private static final int LARGEST_AMOUNT = 999_999_999;
    private static final String PERCENT = "[0-9]{1,3}(\\.[0-9]{1,2})?";
    private static final String PERCENT_IS = "a percentage above 0 and up to 100, such as 12.5";

    private final Fields fields;

    OfferReader(Fields fields) {
        this.fields = fields;
    }

    Offer read(String type) throws SettingsFault {
        return switch (type) {
            case "n-for-m" -> sets(true);
            case "mix-and-match" -> sets(false);
            case "percentage" -> percentage();
            case THRESHOLD -> threshold();
            default -> throw fields.mustBe("type", type, "one of n-for-m, mix-and-match, percentage, " + THRESHOLD);
        };
    }

    private Offer sets(boolean alike) throws SettingsFault {
        int size = fields.number("take", 2, LARGEST_SET);
        Sets.Reward reward = fields.oneOf("pay", "price").equals("pay")
                ? Sets.paying(fields.number("pay", 1, size - 1))
                : Sets.costing(amount("price"));
        return new Sets(size, reward, alike);
    }

    private Offer threshold() throws SettingsFault {
        long spend = amount("spend");
        if (fields.oneOf("off", "percent").equals("percent")) {
            return new Threshold(spend, percentage()::of);
        }
        long off = amount("off");
        return new Threshold(spend, total -> off);
    }

    private Percentage percentage() throws SettingsFault {
        String text = fields.text("percent", PERCENT, PERCENT_IS);
        BigDecimal percent = new BigDecimal(text);
        if (percent.signum() == 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw fields.mustBe("percent", text, PERCENT_IS);
        }
        return new Percentage(percent);
    }

    /** In minor units, as prices are in the list of items. */
    private long amount(String name) throws SettingsFault {
        return fields.number(name, 1, LARGEST_AMOUNT);
    }
}
