package org.sekisho.extensions.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.sekisho.extensions.jar.JarSmith;
import org.sekisho.extensions.jar.Structure;

final class PowersTest {

    @Test
    void lambdasAndStreamsAreNoPower() throws IOException {
        assertThat(of(Deeds.Harmless.class)).isEmpty();
    }

    @Test
    void codeHasThePowersOfWhatItNames() throws IOException {
        assertThat(of(Deeds.Reads.class)).containsExactly(Power.FILES);
        assertThat(of(Deeds.Calls.class)).containsExactly(Power.NETWORK);
        assertThat(of(Deeds.Executes.class)).contains(Power.PROCESS);
        assertThat(of(Deeds.Native.class)).containsExactly(Power.NATIVE);
        assertThat(of(Deeds.Loads.class)).containsExactly(Power.NATIVE);
        assertThat(of(Deeds.ByName.class)).containsExactly(Power.REFLECT);
        assertThat(of(Deeds.ByHandle.class)).containsExactly(Power.REFLECT);
        assertThat(of(Deeds.BySpi.class)).containsExactly(Power.REFLECT);
        assertThat(of(Deeds.Deserializes.class)).containsExactly(Power.DESERIALIZE);
        assertThat(of(Deeds.SetsProperty.class)).containsExactly(Power.MODIFY_JVM);
        assertThat(of(Deeds.Goes.class)).containsExactly(Power.THREADS);
        assertThat(of(Deeds.Installs.class)).containsExactly(Power.OSGI_ADMIN);
        assertThat(of(Deeds.Looks.class)).containsExactly(Power.JNDI);
        assertThat(of(Deeds.Opens.class)).containsExactly(Power.CASH_DRAWER);
        assertThat(of(Deeds.Seals.class)).containsExactly(Power.VAULT);
    }

    @Test
    void methodReferenceCountsLikeACall() throws IOException {
        assertThat(of(Deeds.ExitByReference.class)).containsExactly(Power.EXIT);
        assertThat(of(Deeds.Environment.class)).containsExactly(Power.READ_ENV);
    }

    @Test
    void callThroughAClassThatInheritsCounts() throws IOException {
        JarSmith smith = new JarSmith().add("Loader.class", code(Deeds.Loader.class));
        smith.add("Defines.class", code(Deeds.Defines.class));
        assertThat(of(smith)).contains(Power.DEFINE_CODE);
    }

    @Test
    void classForAnotherJavaVersionCounts() throws IOException {
        JarSmith smith = new JarSmith().add("X.class", code(Deeds.Harmless.class));
        smith.add("META-INF/versions/21/X.class", code(Deeds.Executes.class));
        assertThat(of(smith)).contains(Power.PROCESS);
    }

    @Test
    void classInANestedJarCounts() throws IOException {
        byte[] inner = new JarSmith().add("X.class", code(Deeds.Executes.class)).forge();
        JarSmith smith = new JarSmith()
                .add("META-INF/MANIFEST.MF", "Bundle-ClassPath: in.jar\n\n")
                .add("in.jar", inner);
        assertThat(of(smith)).contains(Power.PROCESS);
    }

    @Test
    void classUnderAnotherNameCounts() throws IOException {
        assertThat(of(new JarSmith().add("logo.png", code(Deeds.Executes.class))))
                .contains(Power.PROCESS);
    }

    @Test
    void whatCannotBeAnalysedIsAPower() throws IOException {
        byte[] code = code(Deeds.Harmless.class);
        assertThat(of(new JarSmith().add("X.class", Arrays.copyOf(code, code.length / 2))))
                .containsExactly(Power.UNREADABLE_CODE);
        code[7] = (byte) 0xf0;
        assertThat(of(new JarSmith().add("X.class", code))).containsExactly(Power.UNREADABLE_CODE);
        assertThat(of(new JarSmith().add("X.class", "no class"))).containsExactly(Power.UNREADABLE_CODE);
    }

    /** Seeds are fixed: a failure comes again. */
    @Test
    @Timeout(60)
    void anyChangedBytesOfCodeAreAnAnswerNeverAnException() throws IOException {
        byte[] code = code(Deeds.class);
        byte[] larger = code(PowersTest.class);
        Random random = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            byte[] changed = (round % 2 == 0 ? code : larger).clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt(256);
            }
            JarSmith smith = new JarSmith().add("X.class", changed);
            assertThatCode(() -> of(smith)).doesNotThrowAnyException();
        }
    }

    @Test
    void libraryThatIsNotJavaIsNative() {
        assertThat(of(new JarSmith().add("x.bin", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0})))
                .containsExactly(Power.NATIVE);
        assertThat(of(new JarSmith()
                        .add("fat", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 2})))
                .containsExactly(Power.NATIVE);
    }

    @Test
    void importOfAPackageCountsWithoutCode() {
        JarSmith smith =
                new JarSmith().add("META-INF/MANIFEST.MF", "Import-Package: javax.naming,org.sekisho.api.vault\n\n");
        assertThat(of(smith)).containsExactlyInAnyOrder(Power.JNDI, Power.VAULT);
    }

    @Test
    void serviceOfADescriptorCounts() {
        JarSmith smith = new JarSmith().add("OSGI-INF/x.xml", """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0">
                <service><provide interface="org.sekisho.api.device.ReceiptPrinterDriver"/></service>
                <reference name="v" interface='org.sekisho.api.vault.Vault'/></scr:component>
                """);
        assertThat(of(smith)).containsExactlyInAnyOrder(Power.PRINTER, Power.VAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c xmlns='x'><reference target='(a>=1)' interface='org.sekisho.api.vault.Vault'/></c>",
                "<c><reference interface='org.sekisho.api.vaul&#116;.Vault'/></c>",
                "<c><reference\ninterface\n=\n' org.sekisho.api.vault.Vault '></reference></c>",
                "<c><!-- > --><s:provide xmlns:s='y' interface='org.sekisho.api.vault.Vault'/></c>"
            })
    void noSpellingHidesAServiceOfADescriptor(String descriptor) {
        assertThat(of(new JarSmith().add("OSGI-INF/x.xml", descriptor))).containsExactly(Power.VAULT);
        assertThat(of(new JarSmith()
                        .add("OSGI-INF/x.xml", ("\ufeff" + descriptor).getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly(Power.VAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b.xml", "a/*.xml", "a/*", "other.xml, /a/b.xml"})
    void descriptorsLieWhereTheManifestSays(String path) {
        JarSmith smith = new JarSmith()
                .add("META-INF/MANIFEST.MF", "Service-Component: " + path + "\n\n")
                .add("a/b.xml", "<c><provide interface='org.sekisho.api.vault.Vault'/></c>");
        assertThat(of(smith)).containsExactly(Power.VAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no XML",
                "<c><provide interface='org.sekisho.api.vault.Vault'",
                "<!DOCTYPE c [<!ENTITY v 'org.sekisho.api.vault.Vault'>]><c><provide interface='x'/>&v;</c>",
                "<c><provide interface='two names'/></c>"
            })
    void componentThatNobodyCanReadIsUnreadableCode(String descriptor) {
        JarSmith smith = new JarSmith()
                .add("META-INF/MANIFEST.MF", "Service-Component: OSGI-INF/b.xml\n\n")
                .add("OSGI-INF/b.xml", descriptor);
        assertThat(of(smith)).contains(Power.UNREADABLE_CODE);
    }

    @Test
    void ownCopyOfAnApiTypeHidesNothingWhereThePackageIsImported() throws IOException {
        JarSmith smith = new JarSmith()
                .add("META-INF/MANIFEST.MF", "Import-Package: org.sekisho.api.device\n\n")
                .add("org/sekisho/api/device/CashDrawer.class", code(org.sekisho.api.device.CashDrawer.class))
                .add("X.class", code(Deeds.Opens.class));
        assertThat(of(smith)).contains(Power.CASH_DRAWER);
    }

    @Test
    void decoyThatNoLoaderFindsHidesNothing() throws IOException {
        for (String decoy : List.of("java/nio/file/Files", "org/sekisho/api/device/CashDrawer")) {
            ClassWriter writer = new ClassWriter(0);
            writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, decoy, null, "java/lang/Object", null);
            JarSmith smith = new JarSmith()
                    .add("decoy.class", writer.toByteArray())
                    .add("A.class", code(Deeds.Reads.class))
                    .add("B.class", code(Deeds.Opens.class));
            assertThat(of(smith)).as(decoy).contains(Power.FILES, Power.CASH_DRAWER);
        }
    }

    @Test
    void manifestOfANestedJarHidesNothing() throws IOException {
        byte[] inner = new JarSmith()
                .add("META-INF/MANIFEST.MF", "Export-Package: org.sekisho.api.device\n\n")
                .add("org/sekisho/api/device/CashDrawer.class", code(org.sekisho.api.device.CashDrawer.class))
                .forge();
        JarSmith smith = new JarSmith()
                .add(
                        "META-INF/MANIFEST.MF",
                        "Bundle-ClassPath: .,in.jar\nImport-Package: org.sekisho.api.device,javax.naming\nExport-Package: javax.naming\n\n")
                .add("in.jar", inner)
                .add("X.class", code(Deeds.Opens.class));
        assertThat(of(smith)).contains(Power.CASH_DRAWER, Power.JNDI);
    }

    @Test
    void thoseWhoDefineAnApiHaveNotItsPowers() throws IOException {
        JarSmith smith = new JarSmith()
                .add("org/sekisho/api/device/CashDrawer.class", code(org.sekisho.api.device.CashDrawer.class));
        assertThat(of(smith)).isEmpty();
    }

    @Test
    void redAndHidingPowersAreTheTrustModels() {
        assertThat(Arrays.stream(Power.values()).filter(Power::isRed).map(Power::name))
                .containsExactlyInAnyOrder(
                        "PROCESS",
                        "NATIVE",
                        "DEFINE_CODE",
                        "SCRIPT",
                        "JNDI",
                        "OSGI_ADMIN",
                        "MODIFY_JVM",
                        "UNREADABLE_CODE");
        assertThat(Power.mayBeIncomplete(Set.of(Power.REFLECT))).isTrue();
        assertThat(Power.mayBeIncomplete(Set.of(Power.DESERIALIZE))).isTrue();
        assertThat(Power.mayBeIncomplete(Set.of(Power.FILES, Power.NETWORK))).isFalse();
    }

    private static Set<Power> of(Class<?> type) throws IOException {
        return of(new JarSmith().add("X.class", code(type)));
    }

    private static Set<Power> of(JarSmith smith) {
        return Powers.of(Structure.of(smith.forge()));
    }

    private static byte[] code(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
            return in.readAllBytes();
        }
    }
}
