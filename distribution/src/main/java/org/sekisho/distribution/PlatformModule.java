package org.sekisho.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.jar.JarEntries;

/**
 * A library as a module that starts fast: same classes, but one version of each, its packages named in its descriptor, and no
 * signatures of its own, since the platform's digests vouch for the whole file.
 *
 * <p>Why: for a multi-release jar without that list the virtual machine walks every entry at each start, and for a signed one it
 * checks thousands of digests at the first class. Bouncy Castle alone cost a register some 0.4 s of processor time a start.
 */
final class PlatformModule {
    private static final String DESCRIPTOR = "module-info.class";
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/(.+)");
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final String GATE = "org.sekisho.gate";
    /** Modules with native code: what they export, they export to the gate alone. Bundles live in no named module. */
    private static final Set<String> KEPT = Set.of("com.fazecast.jSerialComm");
    /** The oldest Java that runs a register: newer versions of a class stay out, on newer Javas too. */
    private static final int JAVA = 17;

    private PlatformModule() {}

    /** The bytes to install; those of the jar itself when it is no module. */
    static byte[] of(Path jar) throws IOException, AssemblyFault, PublishingFault {
        JarEntries entries = JarEntries.read(jar);
        Map<String, byte[]> files = flattened(entries.files());
        byte[] descriptor = files.get(DESCRIPTOR);
        if (descriptor == null) {
            return Files.readAllBytes(jar);
        }
        files.put(DESCRIPTOR, withPackages(descriptor, packages(files.keySet())));
        Map<String, byte[]> out = entries.files();
        byte[] manifest = mainAttributes(entries.manifest());
        out.clear();
        out.put(JarFile.MANIFEST_NAME, manifest);
        out.putAll(files);
        return entries.toBytes();
    }

    /** By rising name; of each class the newest version that {@link #JAVA} would take. */
    private static Map<String, byte[]> flattened(Map<String, byte[]> entries) {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, Integer> chosen = new TreeMap<>();
        entries.forEach((name, content) -> {
            Matcher versioned = VERSIONED.matcher(name);
            boolean isVersioned = versioned.matches();
            int version = isVersioned ? Integer.parseInt(versioned.group(1)) : 0;
            String plain = isVersioned ? versioned.group(2) : name;
            if (version <= JAVA
                    && !plain.equals(JarFile.MANIFEST_NAME)
                    && !SIGNATURE.matcher(plain).matches()
                    && version >= chosen.getOrDefault(plain, 0)) {
                chosen.put(plain, version);
                files.put(plain, content);
            }
        });
        return files;
    }

    private static Set<String> packages(Set<String> names) {
        Set<String> packages = new HashSet<>();
        for (String name : names) {
            int end = name.lastIndexOf('/');
            if (end > 0 && name.endsWith(".class")) {
                packages.add(name.substring(0, end));
            }
        }
        return packages;
    }

    private static byte[] withPackages(byte[] descriptor, Set<String> packages) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor adding = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public ModuleVisitor visitModule(String name, int access, String version) {
                boolean kept = KEPT.contains(name);
                int closed = kept ? access & ~Opcodes.ACC_OPEN : access;
                return new ModuleVisitor(Opcodes.ASM9, super.visitModule(name, closed, version)) {
                    @Override
                    public void visitExport(String exported, int flags, String... modules) {
                        super.visitExport(exported, flags, kept ? new String[] {GATE} : modules);
                    }

                    @Override
                    public void visitOpen(String opened, int flags, String... modules) {
                        if (!kept) {
                            super.visitOpen(opened, flags, modules);
                        }
                    }

                    @Override
                    public void visitPackage(String listed) {
                        packages.add(listed);
                    }

                    @Override
                    public void visitEnd() {
                        packages.stream().sorted().forEach(super::visitPackage);
                        super.visitEnd();
                    }
                };
            }
        };
        new ClassReader(descriptor).accept(adding, 0);
        return writer.toByteArray();
    }

    private static byte[] mainAttributes(Manifest signed) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putAll(signed.getMainAttributes());
        manifest.getMainAttributes().remove(Attributes.Name.MULTI_RELEASE);
        manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }
}
