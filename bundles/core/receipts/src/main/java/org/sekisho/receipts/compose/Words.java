package org.sekisho.receipts.compose;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;

/** What receipts say in one language, and how they write amounts and times. */
final class Words {

    private final ResourceBundle bundle;
    private final boolean english;

    Words(Locale language) {
        this.english = !language.getLanguage().equals("ja");
        this.bundle = ResourceBundle.getBundle(
                Words.class.getPackageName() + ".receipt",
                english ? Locale.ROOT : Locale.JAPANESE,
                Words.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    String say(String key, Object... details) {
        return MessageFormat.format(bundle.getString(key), details);
    }

    /** {@code ¥1,080}, {@code -€12.30}, {@code KWD 1.234}: digits as the currency has them. */
    String amount(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        String number = String.format(
                Locale.ROOT,
                "%,." + digits + "f",
                BigDecimal.valueOf(money.minor(), digits).abs());
        return (money.signum() < 0 ? "-" : "") + sign(money.currency().getCurrencyCode()) + number;
    }

    String time(ZonedDateTime time) {
        String weekdays = bundle.getString("weekdays");
        String date = DateTimeFormatter.ofPattern(bundle.getString("dateTime"), Locale.ROOT)
                .format(time);
        if (weekdays.isEmpty()) {
            return date;
        }
        return date + "(" + weekdays.charAt(time.getDayOfWeek().getValue() - 1) + ") "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
    }

    String nameOf(Line line) {
        return english && !line.nameEn().isEmpty() ? line.nameEn() : line.name();
    }

    private static String sign(String currency) {
        return switch (currency) {
            case "JPY" -> "¥";
            case "EUR" -> "€";
            case "USD" -> "$";
            case "GBP" -> "£";
            default -> currency + " ";
        };
    }
}
