package org.sekisho.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The layers of docs/architecture.md, held to the code. */
@AnalyzeClasses(
        packages = {"org.sekisho", "com.example"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PLUGINS = {
        "org.sekisho.vault.bouncycastle..",
        "org.sekisho.vault.pkcs11..",
        "org.sekisho.auth.password..",
        "org.sekisho.auth.pin..",
        "org.sekisho.auth.totp..",
        "org.sekisho.antivirus.clamd..",
        "org.sekisho.driver.escpos..",
        "org.sekisho.rule.promotions..",
        "com.example.."
    };

    @ArchTest
    static final ArchRule pluginsSeeTheApiOnly = noClasses()
            .that()
            .resideInAnyPackage(PLUGINS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.sekisho.gate..",
                    "org.sekisho.store..",
                    "org.sekisho.storage..",
                    "org.sekisho.journal..",
                    "org.sekisho.catalogue..",
                    "org.sekisho.identity..",
                    "org.sekisho.devices..",
                    "org.sekisho.checkout..",
                    "org.sekisho.receipts..",
                    "org.sekisho.inspection..",
                    "org.sekisho.extensions..",
                    "org.sekisho.web..",
                    "org.sekisho.cli..");

    @ArchTest
    static final ArchRule theApiNeedsTheJdkOnly = classes()
            .that()
            .resideInAPackage("org.sekisho.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.sekisho.api..", "org.jspecify..", "org.osgi.annotation..");

    @ArchTest
    static final ArchRule theGateKnowsNothingOfSelling = noClasses()
            .that()
            .resideInAPackage("org.sekisho.gate..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.sekisho.gate..",
                    "java..",
                    "org.osgi..",
                    "org.apache.felix..",
                    "org.jspecify..",
                    "com.google.gson..",
                    "org.bouncycastle..",
                    // The library of serial ports lends its package to the gate alone.
                    "com.fazecast.jSerialComm..");

    @ArchTest
    static final ArchRule bundlesDoNotDependInCircles =
            slices().matching("org.sekisho.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule componentsAreWhatScrCanMake = classes()
            .that()
            .areAnnotatedWith("org.osgi.service.component.annotations.Component")
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule bundlesDoNotPrintPastTheirConsole = noClasses()
            .that()
            .resideOutsideOfPackages("org.sekisho.gate..", "org.sekisho.distribution..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
}
