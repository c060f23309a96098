package org.sekisho.storage.database;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.hsql.HsqlEngine;
import org.sekisho.storage.key.HomeVault;
import org.sekisho.storage.key.OpenVault;
import org.sekisho.storage.postgres.PostgresEngine;
import org.sekisho.storage.sql.Engine;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;

/** Opens the engine that {@code store.json} names, with the vault of the home. */
@Component(service = EngineOpener.class)
public final class EngineOpener implements RegisterDatabase.Opener {

    private final Home home;
    private final HomeVault vault;

    @Activate
    public EngineOpener(@Reference Home home, @Reference HomeVault vault) {
        this.home = home;
        this.vault = vault;
    }

    @Override
    public Engine open() throws StorageFault {
        if (!home.isInitialised()) {
            throw new StorageFault(
                    StorageFault.Kind.NOT_INITIALISED,
                    "There is no register in " + home.folder() + " yet. Make one: sekisho init --home "
                            + home.folder());
        }
        String database = database();
        OpenVault opened = vault.open();
        if (database.startsWith("jdbc:postgresql:")) {
            opened.close();
            return new PostgresEngine(database);
        }
        return HsqlEngine.open(home.folder(), opened);
    }

    private String database() throws StorageFault {
        try {
            return home.settings().database();
        } catch (HomeFault e) {
            throw new StorageFault(StorageFault.Kind.OTHER, e.getMessage(), e);
        }
    }
}
