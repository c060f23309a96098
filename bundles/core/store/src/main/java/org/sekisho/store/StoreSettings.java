package org.sekisho.store;

import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.store.TaxSettings.Scheme;
import org.sekisho.store.TaxSettings.Scope;

/**
 * The store's settings, as {@code store.json} holds them; everything but currency and tax has a default.
 *
 * @param currency of every amount
 * @param tax how tax is reckoned
 * @param storeId the store, on every record
 * @param laneId the register's lane, on every record
 * @param timeZone the store's own
 * @param businessDayStarts sales before this hour belong to the day before
 * @param country ISO 3166 alpha-2
 * @param database {@code hsqldb} or a {@code jdbc:postgresql:} URL
 * @param signOnProfile {@code source-jp}, {@code pci-90day} or {@code nist}
 * @param drawerPassword whether opening the drawer without a sale asks for one's own password again
 * @param issuer who issues the receipts
 * @param language of receipts and screens: Japanese or English
 * @param inStoreCodes the shop's own codes that hold a price or a weight
 * @param pointsPer minor units that earn a customer one point; 0 where the shop gives none
 */
public record StoreSettings(
        Currency currency,
        TaxSettings tax,
        String storeId,
        String laneId,
        ZoneId timeZone,
        LocalTime businessDayStarts,
        String country,
        String database,
        String signOnProfile,
        boolean drawerPassword,
        Issuer issuer,
        Locale language,
        List<InStoreCode> inStoreCodes,
        int pointsPer) {

    public StoreSettings {
        inStoreCodes = List.copyOf(inStoreCodes);
    }

    /** What a new shop in Japan begins with: prices with tax, 10 and 8 percent, rounded down once per rate and receipt. */
    public static StoreSettings ofJapaneseShop(Issuer issuer) {
        Map<TaxCode, RateSchedule> rates = new LinkedHashMap<>();
        rates.put(TaxCode.STANDARD, RateSchedule.always(TaxRate.ofPercent("10")));
        rates.put(TaxCode.REDUCED, RateSchedule.always(TaxRate.ofPercent("8")));
        rates.put(TaxCode.EXEMPT, RateSchedule.always(TaxRate.NONE));
        rates.put(TaxCode.ZERO, RateSchedule.always(TaxRate.NONE));
        Currency yen = Currency.getInstance("JPY");
        return new StoreSettings(
                yen,
                new TaxSettings(Scheme.JP, true, RoundingMode.FLOOR, Scope.RECEIPT, rates),
                "S1",
                "1",
                ZoneId.of("Asia/Tokyo"),
                LocalTime.of(5, 0),
                "JP",
                "hsqldb",
                "source-jp",
                false,
                issuer,
                Locale.JAPANESE,
                InStoreCode.usual(Scheme.JP, yen),
                0);
    }
}
