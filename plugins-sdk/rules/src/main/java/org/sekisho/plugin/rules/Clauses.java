package org.sekisho.plugin.rules;

import java.util.ArrayList;
import java.util.List;

/** The clauses of an OSGi header: {@code path;path;attribute=…;directive:="a,b", path …} (OSGi Core 3.2.4). */
public final class Clauses {

    private Clauses() {}

    /** All paths of all clauses, in their order. */
    public static List<String> paths(String header) {
        List<String> paths = new ArrayList<>();
        for (String clause : split(header, ',')) {
            for (String part : split(clause, ';')) {
                boolean parameter = part.matches("(?s)\\s*[\\w.-]+\\s*:?=.*");
                if (!parameter && !part.isBlank()) {
                    paths.add(part.strip());
                }
            }
        }
        return paths;
    }

    /** At every separator that does not stand within quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
