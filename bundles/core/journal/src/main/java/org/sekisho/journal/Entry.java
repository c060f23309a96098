package org.sekisho.journal;

import com.google.gson.JsonObject;
import java.time.Instant;

/**
 * One entry of a chain.
 *
 * @param seq from 1, per lane, without gaps
 * @param lane whose chain
 * @param time when, in UTC, to the millisecond
 * @param type what kind of fact
 * @param payload with {@code v}, {@code operator}, {@code businessDate}, {@code store}
 * @param prev the hash of the entry before; 64 zeros for the first
 * @param hash lower-case hex of SHA-256 over {@code prev}, a line feed and the RFC 8785 form of lane, payload, seq, time and type
 */
public record Entry(long seq, String lane, Instant time, String type, JsonObject payload, String prev, String hash) {}
