package org.sekisho.gate.cache;

import java.io.File;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.felix.framework.Logger;
import org.apache.felix.framework.cache.BundleArchive;
import org.apache.felix.framework.cache.BundleCache;
import org.apache.felix.framework.util.WeakZipFileFactory;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ModuleConnector;

/**
 * The one place through which all content enters the framework: without a ticket nothing does, whatever its location or
 * stream; nothing is updated in place; nothing found on disk is taken up again.
 *
 * <p>Rests on a class inside Felix ({@code felix.bundlecache.impl}), the earliest point that installs by URL, stream and
 * {@code reference:}, updates, fragments and extensions all pass. A test holds the framework's version.
 */
public final class SealedCache extends BundleCache {

    private final Logger logger;
    private final Map<String, Object> configuration;
    private final Tickets tickets;
    private final Consumer<InstallAttempt> breach;
    private final WeakZipFileFactory zips = new WeakZipFileFactory(0);

    /**
     * @param configuration names a private folder for the framework's own files
     * @param breach hears of every attempt to come in without a ticket, on the thread of whoever tried
     */
    public SealedCache(
            Logger logger, Map<String, Object> configuration, Tickets tickets, Consumer<InstallAttempt> breach)
            throws Exception {
        super(logger, configuration);
        this.logger = logger;
        this.configuration = configuration;
        this.tickets = tickets;
        this.breach = breach;
    }

    /** Nothing: what lies in the folder was not put there by this run. */
    @Override
    public BundleArchive[] getArchives(ModuleConnector connector) {
        return new BundleArchive[0];
    }

    @Override
    public BundleArchive create(
            long id, int startLevel, String location, InputStream ignored, ModuleConnector connector) throws Exception {
        if (!tickets.admit(location)) {
            throw refuse(location);
        }
        return new SealedArchive(id, startLevel, location, connector);
    }

    private BundleException refuse(String location) {
        breach.accept(InstallAttempt.now(location));
        return new BundleException("SEALED " + location, BundleException.SECURITY_ERROR);
    }

    /** An archive that stays as it is: an update is the new digest in and the old one out, both through the gate. */
    private final class SealedArchive extends BundleArchive {

        SealedArchive(long id, int startLevel, String location, ModuleConnector connector) throws Exception {
            super(
                    logger,
                    configuration,
                    zips,
                    connector,
                    new File(getCacheDir(), "bundle" + id),
                    id,
                    startLevel,
                    location,
                    null);
        }

        @Override
        public synchronized void revise(String location, InputStream ignored) throws Exception {
            throw refuse(location);
        }
    }
}
