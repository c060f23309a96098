package org.sekisho.it.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.AssertionFailedError;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** The bundles as they ship, wired by plain Felix: everything resolves, and Declarative Services finds what each one needs. */
@ExtendWith(InFelix.class)
public class BundlesInFelixIT {

    private static final List<String> NEEDS_THE_GATE = List.of(
            "org.sekisho.extensions",
            "org.sekisho.devices",
            "org.sekisho.receipts",
            "org.sekisho.publishing",
            "org.sekisho.web",
            "org.sekisho.cli");

    @Inject
    private BundleContext context;

    public static Option[] register() throws IOException {
        Path installation = Path.of(System.getProperty("sekisho.installation"));
        List<Option> options = new ArrayList<>(List.of(
                cleanCaches(),
                frameworkProperty("sekisho.home").value("target/exam-home"),
                frameworkProperty("org.apache.felix.http.require.config").value("true"),
                frameworkProperty("org.ops4j.pax.logging.DefaultServiceLog.level")
                        .value("WARN")));
        for (Path folder :
                List.of(installation.resolve("lib/modules"), installation.resolve("repository/targets/bundles"))) {
            try (Stream<Path> jars = Files.list(folder)) {
                jars.filter(BundlesInFelixIT::isForPlainFelix)
                        .sorted()
                        .forEach(jar -> options.add(bundle(jar.toUri().toString())));
            }
        }
        for (Class<?> junit : List.of(Test.class, JUnitException.class, AssertionFailedError.class)) {
            options.add(bundle(
                    junit.getProtectionDomain().getCodeSource().getLocation().toString()));
        }
        return options.toArray(Option[]::new);
    }

    private static boolean isForPlainFelix(Path jar) {
        String name = jar.getFileName().toString();
        return !name.contains("org.sekisho.gate") && NEEDS_THE_GATE.stream().noneMatch(name::contains);
    }

    @Test
    public void everyBundleIsActive() {
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            assertEquals(fragment ? Bundle.RESOLVED : Bundle.ACTIVE, bundle.getState(), bundle.getSymbolicName());
        }
    }

    @Test
    public void everyPartOfTheRegisterOffersItsService() {
        for (String service : List.of(
                "org.sekisho.store.Home",
                "org.sekisho.storage.Database",
                "org.sekisho.journal.Journal",
                "org.sekisho.catalogue.Catalogue",
                "org.sekisho.identity.Operators",
                "org.sekisho.checkout.Checkout",
                "org.sekisho.checkout.Reports",
                "org.sekisho.inspection.Inspection",
                "org.sekisho.api.identity.PasswordScheme",
                "org.sekisho.api.inspection.FileInspector",
                "org.sekisho.api.device.ReceiptPrinterDriver",
                "org.sekisho.api.device.CashDrawerDriver",
                "org.sekisho.api.checkout.PriceRule",
                "org.osgi.service.typedevent.TypedEventBus")) {
            ServiceReference<?> reference = context.getServiceReference(service);
            assertNotNull(reference, service);
            assertNotNull(context.getService(reference), service);
        }
    }

    @Test
    public void theVaultServesNobodyButStorage() {
        ServiceReference<?> vault = context.getServiceReference("org.sekisho.api.vault.Vault");
        assertNotNull(vault);
        assertNull(context.getService(vault));
    }

    @Test
    public void jettyListensToNobodyBeforeItIsTold() {
        assertNull(context.getServiceReference("org.osgi.service.servlet.runtime.HttpServiceRuntime"));
    }

    @Test
    public void pluginsSeeNothingOfTheCore() {
        List<String> plugins = List.of(
                "org.sekisho.vault.bouncycastle",
                "org.sekisho.vault.pkcs11",
                "org.sekisho.auth.password",
                "org.sekisho.auth.pin",
                "org.sekisho.auth.totp",
                "org.sekisho.antivirus.clamd",
                "org.sekisho.driver.escpos",
                "org.sekisho.rule.promotions",
                "com.example.drawer.star",
                "com.example.rule.onigiri");
        long seen = Arrays.stream(context.getBundles())
                .filter(bundle -> plugins.contains(bundle.getSymbolicName()))
                .peek(bundle -> assertTrue(
                        importsOfTheRegister(bundle).allMatch(name -> name.startsWith("org.sekisho.api.")),
                        bundle.getSymbolicName()))
                .count();
        assertEquals(plugins.size(), seen);
    }

    private static Stream<String> importsOfTheRegister(Bundle bundle) {
        return Arrays.stream(bundle.getHeaders().get(Constants.IMPORT_PACKAGE).split(",(?=[a-z])"))
                .map(clause -> clause.replaceFirst(";.*", ""))
                .filter(name -> name.startsWith("org.sekisho."));
    }
}
