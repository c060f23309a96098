package org.sekisho.fuzz;

import java.util.List;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.Structure;
import org.sekisho.extensions.power.Power;
import org.sekisho.extensions.power.Powers;

/** A class file, whose powers are computed, or which is called unreadable. */
public final class ClassFileFuzz {

    private ClassFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        ArchiveEntry entry = new ArchiveEntry("a/Seed.class", input);
        boolean readable =
                !Powers.of(new Structure.Strict(List.of(entry), List.of())).contains(Power.UNREADABLE_CODE);
        if (readable && input.length < 10) {
            throw new AssertionError("no class is that short");
        }
    }
}
