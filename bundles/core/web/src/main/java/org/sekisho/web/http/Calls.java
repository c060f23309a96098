package org.sekisho.web.http;

/** What answers the calls under {@code /api}. Safe for many threads. */
@FunctionalInterface
public interface Calls {

    Answer answer(Call call) throws Refused;
}
