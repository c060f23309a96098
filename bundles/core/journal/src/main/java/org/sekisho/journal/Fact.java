package org.sekisho.journal;

import com.google.gson.JsonObject;

/**
 * Something that happened, before it has its place in the chain.
 *
 * @param type {@code SaleClosed}, {@code SignInFailed} …
 * @param version of the payload's shape, from 1
 * @param operator who did it; {@code system} where nobody did
 * @param details what else the payload says: strings, whole numbers, booleans, arrays and objects; decimals are strings. The
 *     journal adds {@code v}, {@code operator}, {@code businessDate} and {@code store}; a {@code businessDate} that is there already stands.
 */
public record Fact(String type, int version, String operator, JsonObject details) {

    public static final String SYSTEM = "system";
}
