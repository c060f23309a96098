package org.sekisho.gate.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleReference;

/** An allowlisted plugin that tries, from inside, what it is asked to, and says {@code refused} or what it got. */
public final class Insider implements BundleActivator {

    /** Where among the system properties its {@code BiFunction} of the way and the jar lies: it gets no service of the test's. */
    public static final String DOOR = "sekisho.test.insider";

    private BundleContext context;

    @Override
    public void start(BundleContext own) {
        context = own;
        BiFunction<String, Path, String> door = this::attempt;
        System.getProperties().put(DOOR, door);
    }

    @Override
    public void stop(BundleContext own) {}

    private String attempt(String way, Path jar) {
        try {
            Bundle bundle = bring(way, context, jar);
            bundle.start();
            return "got " + bundle;
        } catch (BundleException | SecurityException e) {
            return "refused";
        } catch (IOException | ReflectiveOperationException e) {
            return e.toString();
        }
    }

    private static Bundle bring(String way, BundleContext own, Path jar)
            throws BundleException, IOException, ReflectiveOperationException {
        return switch (way) {
            case "url" -> own.installBundle(jar.toUri().toString());
            case "stream" -> own.installBundle("anything", new ByteArrayInputStream(Files.readAllBytes(jar)));
            case "reference" -> own.installBundle("reference:" + jar.toUri());
            case "ticketless" ->
                own.installBundle("gate:" + "ab".repeat(32), new ByteArrayInputStream(Files.readAllBytes(jar)));
            case "system" ->
                system(own)
                        .getBundleContext()
                        .installBundle("anything", new ByteArrayInputStream(Files.readAllBytes(jar)));
            case "update" -> {
                own.getBundle().update(new ByteArrayInputStream(Files.readAllBytes(jar)));
                yield own.getBundle();
            }
            case "updateByHeader" -> {
                own.getBundle().update();
                yield own.getBundle();
            }
            case "reflection" -> {
                var field = system(own).getClass().getSuperclass().getDeclaredField("m_cache");
                try {
                    field.setAccessible(true);
                } catch (RuntimeException e) {
                    throw new BundleException("the framework is closed to reflection", e);
                }
                field.set(system(own), null);
                yield own.installBundle(jar.toUri().toString());
            }
            default -> throw new IllegalArgumentException(way);
        };
    }

    /** It finds none but itself; its own wires lead to the others. The types of wiring are not for it, reflection is. */
    private static Bundle system(BundleContext own) throws ReflectiveOperationException {
        ClassLoader framework = BundleContext.class.getClassLoader();
        Object wiring = own.getBundle().adapt(framework.loadClass("org.osgi.framework.wiring.BundleWiring"));
        List<?> wires = (List<?>) framework
                .loadClass("org.osgi.framework.wiring.BundleWiring")
                .getMethod("getRequiredWires", String.class)
                .invoke(wiring, (Object) null);
        Object provider = framework
                .loadClass("org.osgi.framework.wiring.BundleWire")
                .getMethod("getProvider")
                .invoke(wires.get(0));
        return ((BundleReference) provider).getBundle();
    }
}
