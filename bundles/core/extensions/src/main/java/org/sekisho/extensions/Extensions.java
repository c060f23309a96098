package org.sekisho.extensions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.operate.Standing;
import org.sekisho.gate.view.Listing;
import org.sekisho.storage.StorageFault;

/**
 * What an operator adds to a running register, and takes away again. Everything is vetted before the gate is asked, and written into the
 * journal whether it happened or was refused. Safe for many threads; sales go on.
 */
public interface Extensions {

    /** By which documents the register runs. */
    Standing standing();

    /**
     * Holds the register's documents to what the journal has seen, and writes down what is newer. Called once the database is open.
     *
     * @return whether somebody set the home back to older documents: nothing is installed by those
     */
    boolean wasSetBack() throws StorageFault;

    /** What the allowlist has under a bundle's name or digest, the newest version first; of what belongs to the register nothing. */
    List<Listing> listed(String nameOrSha256);

    /** The version of a bundle that runs here. */
    Optional<Listing> running(String symbolicName);

    /**
     * Takes newer lists, and the newer versions that they bring of what is approved here.
     *
     * @param source empty: from where the last ones came
     * @param folder where a relative folder starts
     * @param progress hears of each file that is fetched
     */
    Change update(Optional<String> source, Path folder, Locale language, Consumer<String> progress)
            throws Declined, IOException, StorageFault;

    /** Lets a listed bundle in; what is here of it is vetted first, and runs at once. */
    Change approve(Listing listing, List<ApproverKey> by, Locale language) throws Declined, IOException, StorageFault;

    /** Vets a jar, stores it and starts it. */
    Change install(String fileName, byte[] jar, String by, Locale language) throws Declined, IOException, StorageFault;

    /** The same for one whose bytes the register finds itself. */
    Change install(Listing listing, String by, Locale language) throws Declined, IOException, StorageFault;

    /** Takes back what was approved under a name. */
    Change remove(String symbolicName, List<ApproverKey> by, Locale language)
            throws Declined, IOException, StorageFault;
}
