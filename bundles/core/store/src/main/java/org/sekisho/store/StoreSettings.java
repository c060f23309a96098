package org.sekisho.store;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

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
 * @param issuer who issues the receipts
 * @param language of receipts and screens: Japanese or English
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
        Issuer issuer,
        Locale language) {}
