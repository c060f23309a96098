package org.sekisho.rule.promotions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;

/**
 * Reads the home's promotions.json once and makes each promotion a price rule of its own, {@code promotions.<id>}. Itself it takes
 * nothing off.
 */
@Component(immediate = true)
public final class Promotions implements PriceRule {

    static final String NAME = "promotions";

    /** After rules that are code. */
    private static final int FIRST = 200;

    private static final String HOME = "sekisho.home";

    private final List<ServiceRegistration<PriceRule>> registrations = new ArrayList<>();

    @Activate
    public Promotions(BundleContext context) {
        for (PriceRule rule : rules(Optional.ofNullable(context.getProperty(HOME)))) {
            registrations.add(context.registerService(PriceRule.class, rule, null));
        }
    }

    /** The rules of that home, in their order; those that could not be read throw when they are asked. */
    static List<PriceRule> rules(Optional<String> home) {
        if (home.isEmpty()) {
            return List.of();
        }
        List<PriceRule> rules = new ArrayList<>();
        try {
            PromotionsFile file = PromotionsFile.in(Path.of(home.get()));
            for (Promotion promotion : file.leaflet().promotions()) {
                rules.add(new PromotionRule(file.leaflet(), promotion, FIRST + rules.size()));
            }
            file.faults().forEach((place, fault) -> rules.add(faulty(place, fault)));
        } catch (SettingsFault e) {
            rules.add(faulty("file", String.valueOf(e.getMessage())));
        }
        return rules;
    }

    private static PriceRule faulty(String place, String fault) {
        return new FaultyRule(place, PromotionsFile.NAME + ": " + fault);
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Adjustment> propose(SaleView sale) {
        return List.of();
    }
}
