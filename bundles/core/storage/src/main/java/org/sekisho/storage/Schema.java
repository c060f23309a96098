package org.sekisho.storage;

import java.util.List;

/**
 * The tables of one part of the register. Each part registers its own as an OSGi service; the database applies what is new,
 * one transaction a step, and refuses a step that was changed after it was applied.
 *
 * <p>The SQL must run on HSQLDB and on PostgreSQL alike; the words {@code ${text}}, {@code ${bytes}} and {@code ${table}} stand for a
 * long text type, a byte-string type (VARBINARY or BYTEA) and the start of a table definition ({@code CREATE CACHED TABLE} or
 * {@code CREATE TABLE}).
 */
public interface Schema {

    /** A stable name: {@code journal}. Schemas are applied by rising name; they do not refer to one another. */
    String name();

    /** The steps from the first version on; each is a list of statements. Only ever append. */
    List<List<String>> steps();

    /** Where its tables hold secrets that {@link Secrets} sealed. */
    default List<SealedColumn> sealed() {
        return List.of();
    }
}
