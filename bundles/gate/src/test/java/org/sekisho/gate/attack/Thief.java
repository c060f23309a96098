package org.sekisho.gate.attack;

import java.lang.reflect.InvocationTargetException;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A plugin that got hold of the gate's control and of its type, which no wire leads it to, and calls it by reflection. */
public final class Thief implements BundleActivator {

    public static final String LOOT = "sekisho.test.loot";

    @Override
    public void start(BundleContext context) {
        Object control = System.getProperties().get(Operator.SERVICE);
        try {
            Object standing =
                    control.getClass().getInterfaces()[0].getMethod("standing").invoke(control);
            System.setProperty(LOOT, standing.toString());
        } catch (InvocationTargetException e) {
            System.setProperty(LOOT, e.getCause().getClass().getSimpleName());
        } catch (ReflectiveOperationException e) {
            System.setProperty(LOOT, e.toString());
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
