package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the register page answered. */
record PageAnswer(HttpResponse<byte[]> response) {

    int status() {
        return response.statusCode();
    }

    byte[] bytes() {
        return response.body();
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    JsonObject json() {
        return JsonParser.parseString(text()).getAsJsonObject();
    }

    /** A header; empty when it is not there. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    PageAnswer must() {
        assertThat(status()).as(toString()).isEqualTo(200);
        return this;
    }

    /** It is refused with this status and code, in a sentence. */
    PageAnswer refused(int status, String code) {
        assertThat(status()).as(toString()).isEqualTo(status);
        assertThat(json().get("refusal").getAsString()).as(toString()).isEqualTo(code);
        assertThat(json().get("message").getAsString()).as(toString()).isNotBlank();
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + ": " + status() + " " + text();
    }
}
