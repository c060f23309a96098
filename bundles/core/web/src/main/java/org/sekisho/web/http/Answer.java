package org.sekisho.web.http;

import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What is answered to one call. Its bytes belong to it: nobody changes them. */
public final class Answer {

    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, String type, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

    public static Answer json(int status, JsonElement body) {
        return new Answer(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Answer of(String type, byte[] body) {
        return new Answer(200, type, body, Map.of());
    }

    public static Answer nothing(int status) {
        return new Answer(status, "", new byte[0], Map.of());
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, body, more);
    }

    int status() {
        return status;
    }

    /** The media type; empty where there is no body. */
    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    /** Beyond those that every answer carries. */
    Map<String, String> headers() {
        return headers;
    }
}
