package org.sekisho.catalogue;

/** Somebody who is told how far an import is. */
@FunctionalInterface
public interface ImportProgress {

    ImportProgress UNHEARD = (stage, done, total) -> {};

    /** What is being done, in this order. */
    enum Stage {
        /** Rows of the file are read and checked. */
        READ,
        /** Items of the catalogue are compared with it. */
        COMPARED,
        /** What differs is written; it counts only when all of it is. */
        WRITTEN
    }

    /**
     * Called often, on the importing thread.
     *
     * @param total 0 where it is not known
     */
    void at(Stage stage, long done, long total);
}
