package org.sekisho.storage.database;

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

/** A home that is a folder and names one database. */
public record FolderHome(Path folder, String database) implements Home {

    @Override
    public boolean isInitialised() {
        return true;
    }

    @Override
    public StoreSettings settings() {
        return new StoreSettings(
                Currency.getInstance("JPY"),
                new TaxSettings(TaxSettings.Scheme.JP, true, RoundingMode.FLOOR, TaxSettings.Scope.RECEIPT, Map.of()),
                "S1",
                "1",
                ZoneId.of("Asia/Tokyo"),
                LocalTime.of(5, 0),
                "JP",
                database,
                "source-jp",
                false,
                new Issuer("Shop", ""),
                Locale.JAPANESE,
                List.of(),
                0);
    }

    @Override
    public StoreSettings parse(String json) {
        throw new UnsupportedOperationException("this home reads no settings");
    }

    @Override
    public void create(StoreSettings settings) {
        throw new UnsupportedOperationException("this home is there already");
    }
}
