package org.sekisho.gate.tuf;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A repository on any web server or CDN: plain GET of static files. Everything is signed, so plain HTTP is no weaker than a stick. A server that
 * trickles is given up: the answer must begin in time, and then come at a least rate.
 */
final class HttpFetcher implements Fetcher {

    /** Milliseconds, to connect and between two packets. */
    private static final int PATIENCE = 20_000;

    /** Until the answer begins, and what may pass before its rate counts. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** Bytes a second, on the whole: a shop's slowest line does more. */
    private static final long LEAST_RATE = 2048;

    private final String base;
    private final Duration grace;
    private final long rate;

    HttpFetcher(URI base) {
        this(base, GRACE, LEAST_RATE);
    }

    /**
     * @param grace until the answer begins, and what may pass before its rate counts
     * @param rate in bytes a second
     */
    HttpFetcher(URI base, Duration grace, long rate) {
        this.grace = grace;
        this.rate = rate;
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || base.getHost() == null) {
            throw new IllegalArgumentException(base + " is no http or https address");
        }
        String address = base.toASCIIString();
        this.base = address.endsWith("/") ? address : address + "/";
    }

    @Override
    public InputStream open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + encode(path)).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setUseCaches(false);
        connection.setRequestProperty("User-Agent", "Sekisho");
        connection.setRequestProperty("Accept-Encoding", "identity");
        // The platform follows a redirection only to the same scheme.
        connection.setInstanceFollowRedirects(true);
        long began = System.nanoTime();
        int status = status(connection);
        if (status == HttpURLConnection.HTTP_OK) {
            return new Body(connection, new Pace(began, grace, rate));
        }
        connection.disconnect();
        // Storage services answer 403 for what they do not have.
        if (status == HttpURLConnection.HTTP_NOT_FOUND
                || status == HttpURLConnection.HTTP_FORBIDDEN
                || status == HttpURLConnection.HTTP_GONE) {
            throw new NoSuchFileException(path);
        }
        throw new IOException(base + encode(path) + ": the server answered " + status);
    }

    /** Asked on a thread of its own: the platform bounds each packet of an answer's head, and not the whole. */
    private int status(HttpURLConnection connection) throws IOException {
        FutureTask<Integer> asked = new FutureTask<>(connection::getResponseCode);
        Thread thread = new Thread(asked, "http");
        thread.setDaemon(true);
        thread.start();
        try {
            return asked.get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        } catch (TimeoutException e) {
            connection.disconnect();
            throw new SocketTimeoutException(connection.getURL() + ": no answer");
        } catch (InterruptedException e) {
            connection.disconnect();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Each part of the path by RFC 3986: everything but its unreserved characters. */
    private static String encode(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%7E", "~"))
                .collect(Collectors.joining("/"));
    }

    /** Notices that the connection broke, which the platform does not; closing does not read a long rest, which the platform does. */
    private static final class Body extends FilterInputStream {

        private final HttpURLConnection connection;
        private final Pace pace;
        private final long announced;
        private long read;
        private boolean ended;

        Body(HttpURLConnection connection, Pace pace) throws IOException {
            super(connection.getInputStream());
            this.connection = connection;
            this.pace = pace;
            this.announced = connection.getContentLengthLong();
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? -1 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int count = in.read(bytes, from, most);
            count(count);
            return count;
        }

        private void count(int bytes) throws IOException {
            if (bytes >= 0) {
                read += bytes;
                if (pace.isTooSlow(read)) {
                    throw new SocketTimeoutException(connection.getURL() + ": too slow, " + read + " bytes came");
                }
                return;
            }
            ended = true;
            if (read < announced) {
                throw new EOFException(connection.getURL() + ": " + read + " of " + announced + " bytes came");
            }
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                connection.disconnect();
            }
            in.close();
        }
    }

    /** How fast an answer must come. */
    private record Pace(long began, Duration grace, long rate) {

        boolean isTooSlow(long bytes) {
            long allowed = grace.toNanos() + bytes * TimeUnit.SECONDS.toNanos(1) / rate;
            return System.nanoTime() - began > allowed;
        }
    }
}
