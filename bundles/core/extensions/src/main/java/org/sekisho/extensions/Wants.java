package org.sekisho.extensions;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sekisho.gate.view.Listing;

/**
 * What a bundle asks of the register, or is granted by it.
 *
 * @param powers by their stable names
 * @param imports packages
 * @param provides the types of services it registers
 * @param requires the types of services it sees
 */
public record Wants(List<String> powers, List<String> imports, List<String> provides, List<String> requires) {

    public static final Wants NOTHING = new Wants(List.of(), List.of(), List.of(), List.of());

    public Wants {
        powers = List.copyOf(powers);
        imports = List.copyOf(imports);
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
    }

    /** What an entry of the allowlist grants. */
    public static Wants of(Listing listing) {
        return new Wants(listing.grantedPowers(), listing.imports(), listing.provides(), listing.requires());
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** All of it, one after the other. */
    public List<String> all() {
        return Stream.of(powers, imports, provides, requires)
                .flatMap(Collection::stream)
                .toList();
    }

    Wants without(Wants other) {
        return new Wants(
                less(other, Wants::powers),
                less(other, Wants::imports),
                less(other, Wants::provides),
                less(other, Wants::requires));
    }

    private List<String> less(Wants other, Function<Wants, List<String>> part) {
        return part.apply(this).stream()
                .filter(each -> !part.apply(other).contains(each))
                .distinct()
                .sorted()
                .toList();
    }
}
