package org.sekisho.gate.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.sekisho.gate.program.Invocation;
import org.sekisho.gate.program.Program;

/**
 * An allowlisted plugin that tries, from inside, what its arguments say, and prints {@code refused} or what it got.
 *
 * <p>Arguments: the way, and the jar to bring in.
 */
public final class Insider implements BundleActivator, Program {

    private BundleContext context;

    @Override
    public void start(BundleContext own) {
        context = own;
        own.registerService(Program.class, this, null);
    }

    @Override
    public void stop(BundleContext own) {}

    @Override
    public int run(Invocation invocation) {
        Path jar = Path.of(invocation.arguments().get(1));
        try {
            Bundle bundle = attempt(invocation.arguments().get(0), context, jar);
            bundle.start();
            invocation.out().print("got " + bundle);
        } catch (BundleException e) {
            invocation.out().print("refused");
        } catch (IOException | ReflectiveOperationException e) {
            invocation.out().print(e);
        }
        return 0;
    }

    private static Bundle attempt(String way, BundleContext own, Path jar)
            throws BundleException, IOException, ReflectiveOperationException {
        BundleContext system = own.getBundle(0).getBundleContext();
        return switch (way) {
            case "url" -> own.installBundle(jar.toUri().toString());
            case "stream" -> own.installBundle("anything", new ByteArrayInputStream(Files.readAllBytes(jar)));
            case "reference" -> own.installBundle("reference:" + jar.toUri());
            case "ticketless" ->
                own.installBundle("gate:" + "ab".repeat(32), new ByteArrayInputStream(Files.readAllBytes(jar)));
            case "system" -> system.installBundle("anything", new ByteArrayInputStream(Files.readAllBytes(jar)));
            case "update" -> {
                own.getBundle().update(new ByteArrayInputStream(Files.readAllBytes(jar)));
                yield own.getBundle();
            }
            case "updateOther" -> {
                own.getBundle(1).update(new ByteArrayInputStream(Files.readAllBytes(jar)));
                yield own.getBundle(1);
            }
            case "updateByHeader" -> {
                own.getBundle().update();
                yield own.getBundle();
            }
            case "reflection" -> {
                var field = own.getBundle(0).getClass().getDeclaredField("m_cache");
                try {
                    field.setAccessible(true);
                } catch (RuntimeException e) {
                    throw new BundleException("the framework is closed to reflection", e);
                }
                field.set(own.getBundle(0), null);
                yield own.installBundle(jar.toUri().toString());
            }
            default -> throw new IllegalArgumentException(way);
        };
    }
}
