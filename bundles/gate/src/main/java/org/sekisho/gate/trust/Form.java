package org.sekisho.gate.trust;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/** How a text of a trust document must look; the JSON Schemas in {@code docs/schemas} say the same. */
enum Form {
    /** OSGi Core 3.2.5. */
    SYMBOLIC_NAME("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*"),
    /** OSGi Core 3.2.6; the numbers fit into 31 bits. */
    VERSION("[0-9]{1,9}(\\.[0-9]{1,9}(\\.[0-9]{1,9}(\\.[A-Za-z0-9_-]+)?)?)?"),
    /** Three numbers, so that the gate can compare them with its own. */
    RELEASE("[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}"),
    /** A package or a type, as Java names it. */
    JAVA_NAME("[\\p{L}\\p{Nl}_$][\\p{L}\\p{Nl}\\p{Nd}_$]*(\\.[\\p{L}\\p{Nl}_$][\\p{L}\\p{Nl}\\p{Nd}_$]*)*"),
    SHA256("[0-9a-f]{64}"),
    JAR("[A-Za-z0-9][A-Za-z0-9._+-]*\\.jar"),
    /** RFC 3339 in UTC, as the TUF specification writes its dates. */
    TIME("[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{1,9})?Z"),
    /** For people: nothing that steers a terminal or turns the direction of writing. */
    LINE("[^\\p{Cc}\\p{Cf}\\u2028\\u2029]+"),
    /** The same, or nothing. */
    REMARK("[^\\p{Cc}\\p{Cf}\\u2028\\u2029]*");

    private static final int LONGEST = 1000;

    private final Pattern pattern;

    Form(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    String pattern() {
        return pattern.pattern();
    }

    /** The text of that name. */
    String of(String document, Fields fields, String name) throws MalformedDocument {
        return hold(document, name, fields.text(name));
    }

    /** The texts of that name, in their order, none twice. */
    Set<String> all(String document, Fields fields, String name) throws MalformedDocument {
        List<String> texts = fields.texts(name);
        Set<String> all = new LinkedHashSet<>();
        for (String text : texts) {
            if (!all.add(hold(document, name, text))) {
                throw new MalformedDocument(document, name + " holds " + text + " twice");
            }
        }
        return all;
    }

    private String hold(String document, String name, String text) throws MalformedDocument {
        if (text.length() > LONGEST || !pattern.matcher(text).matches()) {
            throw new MalformedDocument(document, name + " cannot be " + shown(text));
        }
        return text;
    }

    /** What was refused may steer a terminal: its first characters, the odd ones replaced. */
    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), 80)).replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
    }
}
