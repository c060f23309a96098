package org.sekisho.storage.sql;

/**
 * What an engine calls what a schema needs.
 *
 * @param text a long text type
 * @param bytes a long byte-string type
 * @param table the start of a table definition
 */
public record Dialect(String text, String bytes, String table) {

    /** The statement with its {@code ${…}} words replaced; an unknown word is the schema's mistake. */
    public String translate(String statement) {
        String translated =
                statement.replace("${text}", text).replace("${bytes}", bytes).replace("${table}", table);
        if (translated.contains("${")) {
            throw new IllegalArgumentException("a statement of a schema holds an unknown word: " + statement);
        }
        return translated;
    }
}
