package org.sekisho.extensions.jar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The names in an archive: each a plain relative path, and no two that some file system or reader takes for one. */
final class EntryNames {

    private static final int LONGEST = 512;

    private EntryNames() {}

    /** The name as text; what is no UTF-8, or is not ASCII and does not say that it is UTF-8, is read as Latin-1 and refused. */
    static String decode(CentralHeader header, Consumer<Finding> findings) {
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.name()))
                    .toString();
            if ((header.flags() & CentralHeader.UTF8) == 0 && !name.chars().allMatch(c -> c < 0x80)) {
                findings.accept(Finding.structure("name-charset", name));
            }
            return name;
        } catch (CharacterCodingException e) {
            String name = new String(header.name(), StandardCharsets.ISO_8859_1);
            findings.accept(Finding.structure("name-charset", name));
            return name;
        }
    }

    static void checkEach(String name, Consumer<Finding> findings) {
        if (name.isEmpty() || name.length() > LONGEST) {
            findings.accept(Finding.structure("name-length", name));
        }
        if (name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*")) {
            findings.accept(Finding.structure("name-absolute", name));
        }
        if (name.indexOf('\\') >= 0) {
            findings.accept(Finding.structure("name-backslash", name));
        }
        if (name.codePoints().anyMatch(EntryNames::isHidden)) {
            findings.accept(Finding.structure("name-control", name));
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")
                    || segment.equals(".")
                    || (segment.isEmpty() && !path.isEmpty() && name.charAt(0) != '/')) {
                findings.accept(Finding.structure("name-dots", name));
                break;
            }
        }
        if (name.regionMatches(true, 0, "META-INF/", 0, 9) && !name.startsWith("META-INF/")) {
            findings.accept(Finding.structure("name-meta-inf", name));
        }
    }

    /** Controls, and format characters that let a name show otherwise than it is. */
    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }

    static void checkTogether(List<String> names, Consumer<Finding> findings) {
        Map<String, String> seen = new HashMap<>();
        for (String name : names) {
            String other = seen.putIfAbsent(folded(name), name);
            if (other != null) {
                findings.accept(
                        other.equals(name)
                                ? Finding.structure("duplicate", name)
                                : Finding.structure("collision", other, name));
            }
        }
        for (String name : names) {
            String path = folded(name);
            int slash = path.lastIndexOf('/');
            String parent = slash < 0 ? null : seen.get(path.substring(0, slash));
            if (parent != null && !parent.endsWith("/")) {
                findings.accept(Finding.structure("file-as-folder", parent, name));
            }
        }
    }

    /** As the most forgiving file system sees it: one case, one composition, no slash at the end. */
    private static String folded(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
