package org.sekisho.extensions.power;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which type, package or member stands for which powers: {@code powers.txt}, which says how it is read. */
final class PowerTable {

    private static final String FILE = "powers.txt";
    private static final String WHOLE_PACKAGE = "/**";

    static final PowerTable USUAL = read();

    private final Map<String, Set<Power>> exact = new LinkedHashMap<>();
    private final Map<String, Set<Power>> packages = new LinkedHashMap<>();

    private PowerTable(String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::add);
    }

    private void add(String line) {
        String[] words = line.split("\\s+", -1);
        Set<Power> powers = EnumSet.noneOf(Power.class);
        for (int i = 1; i < words.length; i++) {
            powers.add(Power.valueOf(words[i]));
        }
        boolean wholePackage = words[0].endsWith(WHOLE_PACKAGE);
        String key = wholePackage ? words[0].substring(0, words[0].length() - 2) : words[0];
        if (powers.isEmpty() || (wholePackage ? packages : exact).put(key, powers) != null) {
            throw new IllegalStateException(FILE + ": " + line);
        }
    }

    private static PowerTable read() {
        try (InputStream in = PowerTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from this bundle");
            }
            return new PowerTable(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** What naming the type means, be it to make one, to extend it, to cast to it or to call it. */
    Set<Power> ofType(String type) {
        Set<Power> powers = EnumSet.noneOf(Power.class);
        powers.addAll(exact.getOrDefault(type, Set.of()));
        for (int slash = type.indexOf('/'); slash >= 0; slash = type.indexOf('/', slash + 1)) {
            powers.addAll(packages.getOrDefault(type.substring(0, slash + 1), Set.of()));
        }
        return powers;
    }

    /** What calling the member means; the owner is the class that declares it or one that inherits it from there. */
    Set<Power> ofMember(String owner, String name, String descriptor) {
        Set<Power> powers = EnumSet.noneOf(Power.class);
        powers.addAll(exact.getOrDefault(owner + "#" + name, Set.of()));
        powers.addAll(exact.getOrDefault(owner + "#" + name + descriptor, Set.of()));
        return powers;
    }
}
