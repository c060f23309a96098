package org.sekisho.extensions.shop;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.typedevent.UntypedEventHandler;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.operate.GateControl;

/** Stops, once a Z report closed the day, what the integrator took back for then. */
@Component(property = "event.topics=org/sekisho/ZReport")
public final class DayClose implements UntypedEventHandler {

    private final GateControl gate;

    @Activate
    public DayClose(@Reference GateControl gate) {
        this.gate = gate;
    }

    @Override
    public void notifyUntyped(String topic, Map<String, Object> event) {
        try {
            gate.dayClosed(Locale.ROOT);
        } catch (Declined | IOException e) {
            // It is left out at the next start anyway.
        }
    }
}
