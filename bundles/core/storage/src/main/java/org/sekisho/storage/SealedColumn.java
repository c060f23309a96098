package org.sekisho.storage;

import java.util.function.UnaryOperator;

/**
 * A column whose values are sealed by {@link Secrets}: where another data key comes, they are sealed by that one.
 *
 * @param key the column that tells the table's rows apart
 * @param column the sealed one; null values are left alone
 * @param purpose of a row, by its key as text
 */
public record SealedColumn(String table, String key, String column, UnaryOperator<String> purpose) {}
