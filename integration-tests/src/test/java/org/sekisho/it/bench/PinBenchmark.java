package org.sekisho.it.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * From an operator's PIN to their session, at a running register's API, and the same with their password, by turns. The register lets
 * one try in three seconds through: rounds take that long, and are waited for outside of what is measured. Arguments: an installation, a
 * folder, rounds.
 */
final class PinBenchmark {

    private static final String NAME = "manager";
    private static final String PASSWORD = "Kx7!mQp2#vRt";
    private static final String PIN = "830617";
    private static final int WARM_UP = 8;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;
    private String cookie = "";
    private String token = "";

    private PinBenchmark(URI page) {
        this.page = page;
    }

    public static void main(String[] args) throws Exception {
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            StartedShop shop = new StartedShop(scratch.folder(), Path.of(args[0]));
            int port = freePort();
            Process register = shop.start(shop.sekisho("run", "--port=" + port));
            try {
                PinBenchmark desk = new PinBenchmark(URI.create("http://127.0.0.1:" + port + "/"));
                desk.awaitPage();
                desk.measure(Integer.parseInt(args[2]));
            } finally {
                register.destroy();
                register.waitFor(1, TimeUnit.MINUTES);
            }
        }
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        byPassword();
        call("PUT", "api/session/pin", json("password", PASSWORD, "pin", PIN));
        Pairs pairs = new Pairs("operator changes, ms", "by PIN", "by password");
        for (int round = -WARM_UP; round < rounds; round++) {
            double pin = millis(() -> call("PUT", "api/session/operator", json("operator", NAME, "pin", PIN)));
            double password = millis(this::byPassword);
            if (round >= 0) {
                pairs.add(pin, password);
            }
        }
        pairs.print();
    }

    private void byPassword() throws IOException, InterruptedException {
        call("POST", "api/session", json("operator", NAME, "password", PASSWORD));
    }

    private double millis(Step step) throws IOException, InterruptedException {
        lastTook = 0;
        step.run();
        return lastTook / 1e6;
    }

    private long lastTook;

    private void call(String method, String path, String body) throws IOException, InterruptedException {
        while (true) {
            HttpRequest.Builder request = HttpRequest.newBuilder(page.resolve(path))
                    .method(method, BodyPublishers.ofString(body))
                    .setHeader("Content-Type", "application/json");
            if (!cookie.isEmpty()) {
                request.setHeader("Cookie", cookie).setHeader("X-CSRF-Token", token);
            }
            long began = System.nanoTime();
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            lastTook = System.nanoTime() - began;
            if (answer.statusCode() == 429) {
                Thread.sleep(1000L
                        * Integer.parseInt(
                                answer.headers().firstValue("Retry-After").orElse("1")));
            } else if (answer.statusCode() / 100 == 2) {
                remember(answer);
                return;
            } else {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
        }
    }

    private void remember(HttpResponse<String> answer) {
        answer.headers().firstValue("Set-Cookie").ifPresent(given -> cookie = given.replaceFirst(";.*", ""));
        if (answer.statusCode() == 200) {
            token = JsonParser.parseString(answer.body())
                    .getAsJsonObject()
                    .get("csrfToken")
                    .getAsString();
        }
    }

    private void awaitPage() throws InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(page).build();
        for (int i = 0; i < 600; i++) {
            try {
                if (http.send(asked, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the page does not come up");
    }

    private static String json(String... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
