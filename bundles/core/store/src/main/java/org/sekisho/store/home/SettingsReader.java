package org.sekisho.store.home;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.sekisho.store.HomeFault;
import org.sekisho.store.InStoreCode;
import org.sekisho.store.Issuer;
import org.sekisho.store.StoreSettings;
import org.sekisho.store.TaxSettings;
import org.sekisho.store.TaxSettings.Scheme;

/**
 * Reads store.json to the letter: an unknown or wrong field is refused by its name, with what is right. What is not said is as
 * in the demo shop in Japan; in the other schemes time zone, country and language are the machine's, the scheme's, English.
 */
final class SettingsReader {

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}";
    private static final String ID_IS = "1 to 32 letters, digits, dots, dashes or underscores";

    private final Fields fields;
    private final TaxSettings tax;
    private final boolean japan;

    private SettingsReader(Fields fields) throws HomeFault {
        this.fields = fields;
        this.tax = TaxReader.read(fields.object("tax"));
        this.japan = tax.scheme() == Scheme.JP;
    }

    static StoreSettings read(String json) throws HomeFault {
        return new SettingsReader(Fields.of("", StrictJson.parse(json))).settings();
    }

    private StoreSettings settings() throws HomeFault {
        Fields signOn = fields.objectOrEmpty("signOn");
        Currency currency = currency();
        StoreSettings settings = new StoreSettings(
                currency,
                tax,
                matching(fields, "storeId", "S1", ID, ID_IS),
                matching(fields, "laneId", "1", ID, ID_IS),
                timeZone(),
                businessDayStarts(),
                country(),
                database(),
                matching(signOn, "profile", "source-jp", "source-jp|pci-90day|nist", "source-jp, pci-90day or nist"),
                signOn.flag("drawerPassword", false),
                issuer(fields.objectOrEmpty("issuer")),
                Locale.forLanguageTag(matching(fields, "language", japan ? "ja" : "en", "ja|en", "ja or en")),
                InStoreReader.read(fields.objectOrEmpty("codes"), currency, InStoreCode.usual(tax.scheme(), currency)),
                pointsPer());
        signOn.noMore();
        fields.noMore();
        return settings;
    }

    private int pointsPer() throws HomeFault {
        if (fields.take("points").isEmpty()) {
            return 0;
        }
        Fields points = fields.object("points");
        int per = points.number("per", 1, 999_999_999);
        points.noMore();
        return per;
    }

    private Currency currency() throws HomeFault {
        String code = fields.text("currency");
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as for gold and other currencies without minor units.
        }
        throw mustBe("currency", code, "an ISO 4217 code such as JPY");
    }

    private ZoneId timeZone() throws HomeFault {
        String zone = fields.text(
                "timeZone", japan ? "Asia/Tokyo" : ZoneId.systemDefault().getId());
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw mustBe("timeZone", zone, "a zone such as Asia/Tokyo");
        }
    }

    private LocalTime businessDayStarts() throws HomeFault {
        return LocalTime.parse(matching(
                fields, "businessDayStarts", "05:00", "([01][0-9]|2[0-3]):[0-5][0-9]", "a time such as 05:00"));
    }

    private String country() throws HomeFault {
        String country = fields.text("country", tax.scheme().name());
        // EU is no country but reserved in ISO 3166: the default of the eu scheme.
        if (country.equals("EU")
                || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            return country;
        }
        throw mustBe("country", country, "an ISO 3166 code of two letters such as JP");
    }

    private String database() throws HomeFault {
        String database = fields.text("database", "hsqldb");
        if (database.equals("hsqldb") || database.startsWith("jdbc:postgresql:")) {
            return database;
        }
        // The value is not repeated: an address may hold a password.
        throw Fields.wrong("database", "must be hsqldb or an address that begins with jdbc:postgresql:");
    }

    private Issuer issuer(Fields issuer) throws HomeFault {
        String name = issuer.text("name", "");
        String number = issuer.text("registrationNumber", "");
        issuer.noMore();
        if (japan && !number.isEmpty()) {
            String path = issuer.path("registrationNumber");
            if (!RegistrationNumber.isWellFormed(number)) {
                throw mustBe(path, number, "T and 13 digits, or \"\" where there is none");
            }
            if (!RegistrationNumber.mayBeIssued(number)) {
                throw mustBe(
                        path, number, "a number whose check digit (the first) is right: look for a mistyped digit");
            }
        }
        return new Issuer(name, number);
    }

    private static String matching(Fields fields, String name, String byDefault, String regex, String is)
            throws HomeFault {
        String text = fields.text(name, byDefault);
        if (!text.matches(regex)) {
            throw mustBe(fields.path(name), text, is);
        }
        return text;
    }

    private static HomeFault mustBe(String path, String value, String what) {
        return Fields.wrong(path, "is \"" + value + "\" and must be " + what);
    }
}
