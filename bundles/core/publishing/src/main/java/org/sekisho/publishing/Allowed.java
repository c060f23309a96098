package org.sekisho.publishing;

import java.util.List;

/**
 * A bundle that is on the list now.
 *
 * @param granted the powers that its entry gives it, by rising name
 * @param red those that two people must approve
 * @param before the version of the same name that was listed before; empty when there was none
 * @param newPowers those that the version before did not have
 * @param lostPowers those that it had and this one has not
 * @param newImports packages that the version before did not import
 */
public record Allowed(
        String symbolicName,
        String version,
        String sha256,
        String publisher,
        boolean plugin,
        List<String> granted,
        List<String> red,
        String before,
        List<String> newPowers,
        List<String> lostPowers,
        List<String> newImports) {

    public Allowed {
        granted = List.copyOf(granted);
        red = List.copyOf(red);
        newPowers = List.copyOf(newPowers);
        lostPowers = List.copyOf(lostPowers);
        newImports = List.copyOf(newImports);
    }
}
