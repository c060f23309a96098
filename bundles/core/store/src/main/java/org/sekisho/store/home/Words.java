package org.sekisho.store.home;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.store.InStoreCode;
import org.sekisho.store.TaxSettings.Scheme;
import org.sekisho.store.TaxSettings.Scope;

/** The words store.json has for a closed set of values, both ways. */
final class Words<T> {

    static final Words<Scheme> SCHEME =
            new Words<Scheme>().add("jp", Scheme.JP).add("eu", Scheme.EU).add("us", Scheme.US);
    static final Words<Boolean> PRICES =
            new Words<Boolean>().add("inclusive", true).add("exclusive", false);
    static final Words<RoundingMode> ROUNDING = new Words<RoundingMode>()
            .add("floor", RoundingMode.FLOOR)
            .add("ceiling", RoundingMode.CEILING)
            .add("half-up", RoundingMode.HALF_UP);
    static final Words<Scope> SCOPE =
            new Words<Scope>().add("receipt", Scope.RECEIPT).add("line", Scope.LINE);

    static final Words<InStoreCode.Value> IN_STORE_VALUE = new Words<InStoreCode.Value>()
            .add("price", InStoreCode.Value.PRICE)
            .add("weight", InStoreCode.Value.WEIGHT);

    private final Map<String, T> values = new LinkedHashMap<>();

    private Words() {}

    private Words<T> add(String word, T value) {
        values.put(word, value);
        return this;
    }

    Optional<T> value(String word) {
        return Optional.ofNullable(values.get(word));
    }

    String word(T value) {
        return values.entrySet().stream()
                .filter(e -> e.getValue().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("store.json has no word for " + value))
                .getKey();
    }

    /** All words, as a sentence lists them: {@code floor, ceiling, half-up}. */
    @Override
    public String toString() {
        return String.join(", ", values.keySet());
    }
}
