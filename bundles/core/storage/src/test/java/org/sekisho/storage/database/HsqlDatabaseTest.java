package org.sekisho.storage.database;

class HsqlDatabaseTest extends DatabaseContract {

    @Override
    String emptyDatabase() {
        return "hsqldb";
    }
}
