package org.sekisho.it.guest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Getting at what others have, the vault above all. */
public final class Spying {

    private static final String VAULT = "org.sekisho.api.vault.Vault";

    private Spying() {}

    static List<Attack> attacks(Path tools, BundleContext context, Loot loot) {
        Bundle vault = loot.get("org.sekisho.vault.bouncycastle");
        Bundle storage = loot.get("org.sekisho.storage");
        BundleContext system = loot.system().getBundleContext();
        return List.of(
                new Attack("the vault as a service", () -> context.getServiceReference(VAULT) != null),
                new Attack(
                        "the gate as a service",
                        () -> context.getServiceReference("org.sekisho.gate.view.GateView") != null),
                new Attack("any service", () -> foreign(context.getAllServiceReferences(null, null))),
                new Attack("the vault of the framework's context", () -> system.getServiceReference(VAULT) != null),
                new Attack(
                        "the vault of storage's context",
                        () -> storage.getBundleContext().getServiceReference(VAULT) != null),
                new Attack(
                        "other bundles by number",
                        () -> LongStream.range(0, 100)
                                .mapToObj(context::getBundle)
                                .anyMatch(bundle -> bundle != null && !bundle.equals(context.getBundle()))),
                new Attack(
                        "all bundles",
                        () -> Arrays.stream(context.getBundles())
                                .anyMatch(bundle -> !bundle.equals(context.getBundle()))),
                new Attack(
                        "the vault by its location",
                        () -> context.getBundle(Files.readString(tools.resolve("vault"))) != null),
                new Attack("all bundles of the framework's context", () -> system.getBundles().length > 0),
                new Attack("the vault by its bundle", () -> vault.getRegisteredServices() != null),
                new Attack("the vault by who uses it", () -> storage.getServicesInUse() != null),
                new Attack(
                        "a class of storage by its bundle",
                        () -> storage.loadClass("org.sekisho.storage.database.RegisterDatabase") != null),
                new Attack("files of storage", () -> storage.findEntries("/", "*", true) != null),
                new Attack("listen in storage's name", () -> {
                    storage.getBundleContext().addServiceListener(event -> {});
                    return true;
                }),
                new Attack(
                        "a class of storage without a wire",
                        () -> Class.forName("org.sekisho.storage.Database") != null),
                new Attack(
                        "a class of storage by its loader",
                        () -> loader(storage).loadClass("org.sekisho.storage.database.RegisterDatabase") != null),
                new Attack(
                        "the vault's code by its loader",
                        () -> loader(vault)
                                        .loadClass("org.sekisho.vault.bouncycastle.EnvelopeVault")
                                        .getConstructor()
                                        .newInstance()
                                != null));
    }

    private static boolean foreign(ServiceReference<?>... found) {
        return found != null
                && Arrays.stream(found)
                        .map(service -> ((String[]) service.getProperty("objectClass"))[0])
                        .anyMatch(type -> !type.equals("org.osgi.service.condition.Condition"));
    }

    static ClassLoader loader(Bundle bundle) throws ReflectiveOperationException {
        Class<?> wiring = Loot.type("org.osgi.framework.wiring.BundleWiring");
        return (ClassLoader) wiring.getMethod("getClassLoader").invoke(bundle.adapt(wiring));
    }
}
