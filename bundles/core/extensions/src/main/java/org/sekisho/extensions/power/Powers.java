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
    private final List<ClassFacts> classes = new ArrayList<>();
    /** By class, all that any class of that name in this jar inherits from: there may be several, and which is loaded is not known. */
    private final Map<String, Set<String>> parents = new HashMap<>();

    private final Set<String> defined = new HashSet<>();
    private final Set<String> imported = new HashSet<>();
    private final Set<Power> found = EnumSet.noneOf(Power.class);

    private Powers() {}

    /** Of all its classes, those of nested jars and of other Java versions too, of its imports and of the services it names. */
    public static Set<Power> of(Structure structure) {
        Powers powers = new Powers();
        structure.entries().stream()
                .filter(entry -> entry.name().equals("META-INF/MANIFEST.MF"))
                .forEach(powers::readManifest);
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
                readClass(entry.name(), content);
            } else if (FileKind.isNative(content)) {
                found.add(Power.NATIVE);
            }
        }
        ServiceDescriptors services = ServiceDescriptors.of(entries);
        services.all().forEach(name -> found.addAll(table.ofType(name.replace('.', '/'))));
        if (services.isUnreadable()) {
            found.add(Power.UNREADABLE_CODE);
        }
    }

    /**
     * Takes the outer manifest's wiring. A package of the register that is exported as well as imported is the bundle's own (no plugin
     * may export one); any other could come from elsewhere.
     */
    private void readManifest(ArchiveEntry entry) {
        BundleManifest manifest = BundleManifest.read(entry.content());
        Set<String> exported = manifest.exports();
        manifest.imports().stream()
                .filter(name -> !(name.startsWith("org.sekisho.") && exported.contains(name)))
                .forEach(name -> imported.add(name.replace('.', '/') + "/"));
    }

    private void readClass(String path, byte[] content) {
        try {
            ClassFacts facts = ClassFacts.read(content);
            classes.add(facts);
            parents.computeIfAbsent(facts.name(), name -> new HashSet<>()).addAll(facts.parents());
            String file = facts.name() + ".class";
            if (!facts.name().startsWith("java/") && (path.equals(file) || path.endsWith("/" + file))) {
                defined.add(facts.name());
            }
        } catch (RuntimeException | StackOverflowError e) {
            found.add(Power.UNREADABLE_CODE);
        }
    }

    private void judge() {
        imported.forEach(name -> found.addAll(table.ofType(name)));
        classes.forEach(this::judge);
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

    /**
     * Defined here and not taken from elsewhere by an import: what it stands for is this bundle's to give, not to use. A class under
     * a path where no loader finds it defines nothing.
     */
    private boolean isOwn(String type) {
        String folder = type.substring(0, type.lastIndexOf('/') + 1);
        return defined.contains(type) && !imported.contains(folder);
    }

    /** The class and, as far as they lie in the same jar, all that it inherits from, with the first outside it. */
    private Set<String> withParents(String type) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(parents.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }
}
