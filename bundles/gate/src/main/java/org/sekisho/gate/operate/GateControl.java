package org.sekisho.gate.operate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.sekisho.gate.view.Listing;

/**
 * Changes what may run, on a running register and without a restart. Each step first verifies what would come of it, then happens by one
 * atomic replacement on the disk: after a crash the register starts with the old state or the new one. One at a time, but that nobody waits
 * while another fetches; safe for many threads. Sales go on meanwhile.
 *
 * <p>Every method throws {@link Declined} with the reasons in the language that is asked for, and {@link IOException} when the disk or the
 * network does not do its part; nothing is changed then. What went wrong after a change was in force stands in the {@link Change}. Whoever
 * is not meant to call gets a {@link SecurityException}, and that is recorded.
 */
public interface GateControl {

    Standing standing();

    /**
     * Takes newer lists, and with them the bundles of the register itself that they name, which run from the next start on. Newer versions
     * of what the shop approved are {@link #awaited} then.
     *
     * @param source a folder, or an {@code http:} or {@code https:} address, that holds {@code metadata} and {@code targets}
     * @param folder where a relative folder starts
     * @param progress hears of each file that is fetched
     */
    Change update(String source, Path folder, Locale language, Consumer<String> progress) throws Declined, IOException;

    /**
     * Lets a listed bundle in. One whose bytes are here starts at once.
     *
     * @param by one person, or two for red powers; whoever is no approver yet becomes one by the signature of one who is
     */
    Change approve(String sha256, List<ApproverKey> by, Locale language) throws Declined, IOException;

    /** What this shop approved and would run, were its bytes here: fetch and install it. */
    List<Listing> awaited();

    /** The bytes of a listed bundle, from the register's own store or the last source; whole and with the listed digest. */
    byte[] fetch(String sha256, Locale language) throws Declined, IOException;

    /** Stores the bytes of a listed and approved bundle, and starts it. */
    Change install(byte[] jar, Locale language) throws Declined, IOException;

    /** Takes back what this shop approved under a bundle's name, and with it the bundle. */
    Change remove(String symbolicName, List<ApproverKey> by, Locale language) throws Declined, IOException;

    /**
     * Holds what this shop signed to what was seen of it elsewhere than in the home. Where the home has something older, or another document
     * of the same version, what the shop added is taken out at once, and nothing is let in or taken back until that is mended. Lasts until the
     * register ends.
     */
    Change hold(ShopVersions seen, Locale language);

    /** Stops what was to run only until the day closes. */
    Change dayClosed(Locale language) throws Declined, IOException;
}
