package org.sekisho.extensions.power;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.BundleManifest;
import org.sekisho.extensions.jar.Structure;

/** Computes what the code of a jar could do. A pure function of the jar's files. */
public final class Powers {

    private final PowerTable table = PowerTable.USUAL;
    private final Map<String, ClassFacts> classes = new HashMap<>();
    /** The same classes again, for other Java versions or in nested jars. */
    private final List<ClassFacts> variants = new ArrayList<>();

    private final Set<String> imported = new HashSet<>();
    private final Set<String> exported = new HashSet<>();
    private final Set<Power> found = EnumSet.noneOf(Power.class);

    private Powers() {}

    /** Of all its classes, those of nested jars and of other Java versions too, of its imports and of the services it names. */
    public static Set<Power> of(Structure structure) {
        Powers powers = new Powers();
        powers.readAll(structure.entries());
        structure.nested().forEach(nested -> powers.readAll(nested.entries()));
        if (structure.entries().isEmpty()) {
            powers.found.add(Power.UNREADABLE_CODE);
        }
        powers.judge();
        return Collections.unmodifiableSet(powers.found);
    }

    private void readAll(List<ArchiveEntry> entries) {
        for (ArchiveEntry entry : entries) {
            byte[] content = entry.content();
            if (entry.name().endsWith(".class") || FileKind.isClass(content)) {
                readClass(content);
            } else if (FileKind.isNative(content)) {
                found.add(Power.NATIVE);
            } else if (entry.name().equals("META-INF/MANIFEST.MF")) {
                BundleManifest manifest = BundleManifest.read(content);
                manifest.imports().forEach(name -> imported.add(name.replace('.', '/') + "/"));
                manifest.exports().forEach(name -> exported.add(name.replace('.', '/') + "/"));
            } else if (ServiceDescriptors.isOne(entry)) {
                ServiceDescriptors.interfaces(entry).stream()
                        .map(name -> name.replace('.', '/'))
                        .forEach(name -> found.addAll(table.ofType(name)));
            }
        }
    }

    private void readClass(byte[] content) {
        try {
            ClassFacts facts = ClassFacts.read(content);
            if (classes.putIfAbsent(facts.name(), facts) != null) {
                variants.add(facts);
            }
        } catch (RuntimeException | StackOverflowError e) {
            found.add(Power.UNREADABLE_CODE);
        }
    }

    private void judge() {
        imported.stream().filter(name -> !exported.contains(name)).forEach(name -> found.addAll(table.ofType(name)));
        classes.values().forEach(this::judge);
        variants.forEach(this::judge);
    }

    private void judge(ClassFacts facts) {
        if (facts.declaresNative()) {
            found.add(Power.NATIVE);
        }
        facts.types().stream().filter(type -> !isOwn(type)).forEach(type -> found.addAll(table.ofType(type)));
        for (ClassFacts.Member member : facts.members()) {
            for (String owner : withParents(member.owner())) {
                found.addAll(table.ofMember(owner, member.name(), member.descriptor()));
            }
        }
    }

    /** Defined here and not taken from elsewhere by an import: what it stands for is this bundle's to give, not to use. */
    private boolean isOwn(String type) {
        String folder = type.substring(0, type.lastIndexOf('/') + 1);
        return classes.containsKey(type) && (!imported.contains(folder) || exported.contains(folder));
    }

    /** The class and, as far as they lie in the same jar, all that it inherits from, with the first outside it. */
    private Set<String> withParents(String type) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            String next = open.pop();
            ClassFacts own = classes.get(next);
            if (seen.add(next) && own != null) {
                open.addAll(own.parents());
            }
        }
        return seen;
    }
}
