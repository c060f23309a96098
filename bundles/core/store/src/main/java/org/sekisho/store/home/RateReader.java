package org.sekisho.store.home;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sekisho.api.model.TaxRate;
import org.sekisho.store.HomeFault;
import org.sekisho.store.RateSchedule;
import org.sekisho.store.RateSchedule.Component;
import org.sekisho.store.RateSchedule.Step;
import org.sekisho.store.TaxSettings.Scheme;

/**
 * One of {@code tax.rates}: {@code "10"}, or {@code [{"from":"2019-10-01","rate":"10"}]}, or in the US scheme
 * {@code [{"name":"State","rate":"6.25"}]}, which may also stand as the rate of a dated step.
 */
final class RateReader {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final Scheme scheme;

    RateReader(Scheme scheme) {
        this.scheme = scheme;
    }

    RateSchedule read(String path, JsonElement value) throws HomeFault {
        boolean dated = value instanceof JsonArray list && !isComponents(list);
        if (!dated) {
            return new RateSchedule(List.of(step(path, LocalDate.MIN, value)));
        }
        List<Step> steps = new ArrayList<>();
        for (JsonElement element : Fields.list(path, value)) {
            Fields fields = Fields.of(path + "[" + steps.size() + "]", element);
            LocalDate from = date(fields.path("from"), fields.text("from"));
            if (steps.stream().anyMatch(s -> s.from().equals(from))) {
                throw Fields.wrong(fields.path("from"), "is there twice: " + from);
            }
            steps.add(step(fields.path("rate"), from, fields.need("rate")));
            fields.noMore();
        }
        steps.sort(Comparator.comparing(Step::from));
        return new RateSchedule(steps);
    }

    private Step step(String path, LocalDate from, JsonElement rate) throws HomeFault {
        if (!(rate instanceof JsonArray)) {
            return new Step(from, percent(path, rate), List.of());
        }
        if (scheme != Scheme.US) {
            throw Fields.wrong(path, "has components, which only the us scheme knows");
        }
        List<Component> components = new ArrayList<>();
        for (JsonElement element : Fields.list(path, rate)) {
            Fields fields = Fields.of(path + "[" + components.size() + "]", element);
            components.add(new Component(fields.text("name"), percent(fields.path("rate"), fields.need("rate"))));
            fields.noMore();
        }
        BigDecimal sum = components.stream().map(c -> c.rate().percent()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Step(from, new TaxRate(sum), components);
    }

    private static boolean isComponents(JsonArray list) {
        return !list.isEmpty() && list.get(0) instanceof JsonObject first && first.has("name");
    }

    private static TaxRate percent(String path, JsonElement value) throws HomeFault {
        String text = Fields.text(path, value);
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?") || new BigDecimal(text).compareTo(MOST) > 0) {
            throw Fields.wrong(path, "is \"" + text + "\" and must be percent from 0 to 100, like \"10\" or \"5.5\"");
        }
        return TaxRate.ofPercent(text);
    }

    private static LocalDate date(String path, String text) throws HomeFault {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Fields.wrong(path, "is \"" + text + "\" and must be a day like 2019-10-01");
        }
    }
}
