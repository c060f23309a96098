package org.sekisho.it;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** A browser at the register page, as far as a server sees one; every answer of the API is held to the document. */
final class Browser {

    private final URI page;
    private final HttpClient http = HttpClient.newHttpClient();
    private final OpenApi document;
    private String cookie = "";
    private String token = "";
    private boolean waitsWhenTold;

    Browser(URI page, OpenApi document) {
        this.page = page;
        this.document = document;
    }

    /** Another one, with nobody signed on. */
    Browser another() {
        Browser another = new Browser(page, document);
        another.waitsWhenTold = waitsWhenTold;
        return another;
    }

    /** From now on, told that it calls too often, it waits as long as it was told and calls again. */
    Browser thatWaitsWhenTold() {
        waitsWhenTold = true;
        return this;
    }

    String cookie() {
        return cookie;
    }

    /** From now on its calls carry this instead of the page's own token. */
    Browser withToken(String other) {
        token = other;
        return this;
    }

    PageAnswer get(String path) {
        return call("GET", path, Optional.empty());
    }

    PageAnswer post(String path, Object... namesAndValues) {
        return call("POST", path, Optional.of(json(namesAndValues)));
    }

    PageAnswer put(String path, Object... namesAndValues) {
        return call("PUT", path, Optional.of(json(namesAndValues)));
    }

    PageAnswer delete(String path) {
        return call("DELETE", path, Optional.empty());
    }

    PageAnswer signOn(String operator, String password) {
        return post("/api/session", "operator", operator, "password", password);
    }

    /** Begins a sale, or takes the open one; returns its id. */
    String begin() {
        return post("/api/sale")
                .must()
                .json()
                .getAsJsonObject("sale")
                .get("saleId")
                .getAsString();
    }

    PageAnswer scan(String saleId, String code) {
        return post("/api/sale/lines", "saleId", saleId, "code", code);
    }

    PageAnswer cash(String saleId, long amount) {
        return post("/api/sale/tenders", "saleId", saleId, "type", "cash", "amount", amount);
    }

    /** Any call; a body goes as JSON unless a header says otherwise. */
    PageAnswer call(String method, String path, Optional<String> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(page.resolve(path))
                .method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        if (body.isPresent()) {
            request.setHeader("Content-Type", "application/json");
        }
        if (!cookie.isEmpty()) {
            request.setHeader("Cookie", cookie);
        }
        if (!token.isEmpty()) {
            request.setHeader("X-CSRF-Token", token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            PageAnswer answer = new PageAnswer(http.send(request.build(), BodyHandlers.ofByteArray()));
            while (waitsWhenTold && answer.status() == 429) {
                Thread.sleep(1_000L * Integer.parseInt(answer.header("Retry-After")));
                answer = new PageAnswer(http.send(request.build(), BodyHandlers.ofByteArray()));
            }
            remember(answer);
            document.check(method, path.replaceFirst("[?].*", ""), answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void remember(PageAnswer answer) {
        String given = answer.header("Set-Cookie");
        if (!given.isEmpty()) {
            cookie = given.replaceFirst(";.*", "");
        }
        if (answer.status() == 200
                && answer.header("Content-Type").equals("application/json")
                && answer.json().has("csrfToken")) {
            token = answer.json().get("csrfToken").getAsString();
        }
    }

    private static String json(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] instanceof Number number) {
                object.addProperty(namesAndValues[i].toString(), number);
            } else {
                object.addProperty(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
            }
        }
        return object.toString();
    }
}
