package org.sekisho.store.home;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreSettings;

/** The folder that the launcher names. Settings are kept once they were read without fault; a fault is looked at anew. */
@Component
public final class HomeFolder implements Home {

    static final String SETTINGS = "store.json";

    private final Path folder;
    private @Nullable StoreSettings settings;

    @Activate
    public HomeFolder(BundleContext context) {
        this(named(context.getProperty(PROPERTY)));
    }

    HomeFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public boolean isInitialised() {
        return Files.isRegularFile(folder.resolve(SETTINGS));
    }

    @Override
    public synchronized StoreSettings settings() throws HomeFault {
        StoreSettings known = settings;
        if (known == null) {
            known = read();
            settings = known;
        }
        return known;
    }

    @Override
    public StoreSettings parse(String storeJson) throws HomeFault {
        return SettingsReader.read(storeJson);
    }

    @Override
    public synchronized void create(StoreSettings newSettings) throws HomeFault {
        if (isInitialised()) {
            throw new HomeFault("there is a register's home already in " + folder);
        }
        String text = SettingsWriter.write(newSettings);
        // What is written must read back as the same; otherwise the next start would not.
        if (!SettingsReader.read(text).equals(newSettings)) {
            throw new IllegalArgumentException("these settings cannot be told in store.json: " + newSettings);
        }
        try {
            PrivateFiles.makeFolder(folder);
            PrivateFiles.write(folder.resolve(SETTINGS), text);
        } catch (IOException e) {
            throw new HomeFault("the home " + folder + " cannot be written: " + e, e);
        }
        settings = newSettings;
    }

    private StoreSettings read() throws HomeFault {
        if (!isInitialised()) {
            throw new HomeFault("there is no register in " + folder + " yet: sekisho init --home " + folder);
        }
        try {
            return SettingsReader.read(Files.readString(folder.resolve(SETTINGS)));
        } catch (CharacterCodingException e) {
            throw new HomeFault("store.json is not UTF-8 text", e);
        } catch (IOException e) {
            throw new HomeFault("store.json in " + folder + " cannot be read: " + e, e);
        }
    }

    private static Path named(@Nullable String folder) {
        if (folder == null || folder.isBlank()) {
            throw new IllegalStateException("the framework property " + PROPERTY + " names no folder");
        }
        return Path.of(folder);
    }
}
