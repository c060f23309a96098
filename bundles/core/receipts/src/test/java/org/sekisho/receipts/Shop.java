package org.sekisho.receipts;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sekisho.store.Home;
import org.sekisho.store.Issuer;
import org.sekisho.store.StoreSettings;
import org.sekisho.store.TaxSettings;
import org.sekisho.store.TaxSettings.Scheme;
import org.sekisho.store.TaxSettings.Scope;

/** A home with made-up settings. */
public record Shop(StoreSettings settings) implements Home {

    public static Shop inTokyo(Locale language) {
        return in("JP", "JPY", Scheme.JP, "Asia/Tokyo", language, new Issuer("せきしょ青果 神田店", "T7000012050002"));
    }

    public static Shop inDublin() {
        return in("IE", "EUR", Scheme.EU, "Europe/Dublin", Locale.ENGLISH, new Issuer("Liffey Stores", ""));
    }

    public static Shop inAustin() {
        return in("US", "USD", Scheme.US, "America/Chicago", Locale.ENGLISH, new Issuer("Barton Market", ""));
    }

    private static Shop in(
            String country, String currency, Scheme scheme, String zone, Locale language, Issuer issuer) {
        TaxSettings tax = new TaxSettings(scheme, scheme != Scheme.US, RoundingMode.FLOOR, Scope.RECEIPT, Map.of());
        return new Shop(new StoreSettings(
                Currency.getInstance(currency),
                tax,
                "S1",
                "1",
                ZoneId.of(zone),
                LocalTime.of(5, 0),
                country,
                "hsqldb",
                "source-jp",
                false,
                issuer,
                language,
                List.of(),
                0));
    }

    @Override
    public Path folder() {
        return Path.of("nowhere");
    }

    @Override
    public boolean isInitialised() {
        return true;
    }

    @Override
    public StoreSettings parse(String json) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void create(StoreSettings ignored) {
        throw new UnsupportedOperationException();
    }
}
