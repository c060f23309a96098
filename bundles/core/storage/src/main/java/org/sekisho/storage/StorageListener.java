package org.sekisho.storage;

/**
 * Hears what the database noticed when it opened and somebody should know: that a crash left an unfinished record, say. Registered as
 * an OSGi service; called once the database is open, on the thread that opened it, which may use the database.
 */
@FunctionalInterface
public interface StorageListener {

    /** @param sentence what was noticed and what it means */
    void noticed(String sentence);
}
