package org.sekisho.extensions.power;

import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.BundleManifest;
import org.sekisho.plugin.rules.Clauses;

/**
 * Which services a jar's declarative components provide and use, as its descriptors have it (OSGi Compendium 112.4).
 *
 * <p>Descriptors are read by an XML parser, without DTD or other files, so that no spelling hides a service. Whatever lies in
 * {@code OSGI-INF} counts; one that the manifest names and nobody can read is told.
 */
public final class ServiceDescriptors {

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{Nd}_$]*(\\.[\\p{L}_$][\\p{L}\\p{Nd}_$]*)*");
    private static final XMLInputFactory XML = parser();

    private final Set<String> provided = new TreeSet<>();
    private final Set<String> required = new TreeSet<>();
    private boolean unreadable;

    private ServiceDescriptors() {}

    /** Of one jar, without those inside it. */
    public static ServiceDescriptors of(List<ArchiveEntry> entries) {
        ServiceDescriptors descriptors = new ServiceDescriptors();
        List<String> named = named(entries);
        for (ArchiveEntry entry : entries) {
            boolean isNamed = isOneOf(named, entry.name());
            if (isNamed || (entry.name().startsWith("OSGI-INF/") && entry.name().endsWith(".xml"))) {
                boolean read = descriptors.read(entry);
                descriptors.unreadable |= isNamed && !read;
            }
        }
        return descriptors;
    }

    /** By rising name. */
    public List<String> provided() {
        return List.copyOf(provided);
    }

    /** By rising name. */
    public List<String> required() {
        return List.copyOf(required);
    }

    Set<String> all() {
        Set<String> all = new LinkedHashSet<>(provided);
        all.addAll(required);
        return Collections.unmodifiableSet(all);
    }

    /** Whether there is a component of which nobody can say what it provides or uses. */
    boolean isUnreadable() {
        return unreadable;
    }

    /** The paths of the manifest's {@code Service-Component}; from its first asterisk on, one stands for whatever follows. */
    private static List<String> named(List<ArchiveEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.name().equals("META-INF/MANIFEST.MF"))
                .map(entry -> BundleManifest.read(entry.content()).header("Service-Component"))
                .flatMap(header -> Clauses.paths(header).stream())
                .map(path -> path.startsWith("/") ? path.substring(1) : path)
                .toList();
    }

    private static boolean isOneOf(List<String> paths, String name) {
        return paths.stream().anyMatch(path -> {
            int asterisk = path.indexOf('*');
            return asterisk < 0
                    ? name.equals(path)
                    : name.startsWith(path.substring(0, asterisk)) && name.indexOf('/', asterisk) < 0;
        });
    }

    /** Whether all of it could be read. */
    private boolean read(ArchiveEntry entry) {
        boolean whole = true;
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(entry.content()));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    whole = false;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    whole &= element(xml);
                }
            }
            return whole;
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser throws the latter too, such as for a character in a DTD that it has no message for.
            return false;
        }
    }

    /** Whether the name, if there is one, can be a type's. */
    private boolean element(XMLStreamReader xml) {
        String name = xml.getAttributeValue(null, "interface");
        boolean provides = xml.getLocalName().equals("provide");
        if (name == null || !(provides || xml.getLocalName().equals("reference"))) {
            return true;
        }
        if (!NAME.matcher(name.strip()).matches()) {
            return false;
        }
        (provides ? provided : required).add(name.strip());
        return true;
    }

    private static XMLInputFactory parser() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }
}
