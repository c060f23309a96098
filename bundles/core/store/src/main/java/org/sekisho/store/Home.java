package org.sekisho.store;

import java.nio.file.Path;

/**
 * The register's data folder ({@code --home}). The launcher names it by the framework property {@code sekisho.home}; it need
 * not exist yet. Safe for many threads.
 */
public interface Home {

    /** The framework property that names the folder. */
    String PROPERTY = "sekisho.home";

    /** Absolute and normalised. */
    Path folder();

    /** Whether {@code sekisho init} has made it. */
    boolean isInitialised();

    /**
     * The settings, read once.
     *
     * @throws HomeFault when there is no home yet or store.json is not right; the message says which value and why
     */
    StoreSettings settings() throws HomeFault;

    /**
     * Reads settings that somebody wrote for a home that is to be made.
     *
     * @param storeJson in the form of store.json
     * @throws HomeFault when it is not right; the message says which value and why
     */
    StoreSettings parse(String storeJson) throws HomeFault;

    /**
     * Makes the folder (0700) and its {@code store.json}.
     *
     * @throws HomeFault when there is one already, or it cannot be written
     */
    void create(StoreSettings settings) throws HomeFault;
}
