package org.sekisho.web.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where every request comes in: who may ask, then the API or a file of the page; every answer leaves with the same guards. */
public final class Door extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The beginning of every path of the API. */
    static final String API = "/api/";

    private final transient Calls calls;
    private final transient PageFiles files = new PageFiles();
    private final transient CountDownLatch answered = new CountDownLatch(1);

    public Door(Calls calls) {
        this.calls = calls;
    }

    /** Waits until it has answered somebody. */
    public boolean awaitFirstAnswer(long millis) throws InterruptedException {
        return answered.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean api = request.getRequestURI().startsWith(API);
        Answer answer;
        try {
            requireLoopback(request);
            answer = api ? calls.answer(new Call(request)) : file(request);
        } catch (Refused e) {
            answer = e.answer(Texts.preferred(request.getHeader("Accept-Language")));
        } catch (RuntimeException e) {
            getServletContext().log("a call failed that should not", e);
            answer = new Refused(Refusal.UNEXPECTED).answer(Texts.preferred(request.getHeader("Accept-Language")));
        }
        if (!isReadToItsEnd(request)) {
            response.setHeader("Connection", "close");
        }
        send(answer, response, api || answer.status() >= 400);
        answered.countDown();
    }

    /** A refusal comes before the body is read; the server would then hang up without a word, and the next call would fail. */
    private static boolean isReadToItsEnd(HttpServletRequest request) {
        try {
            InputStream body = request.getInputStream();
            return body.readNBytes(Call.LARGEST_BODY).length < Call.LARGEST_BODY || body.read() < 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireLoopback(HttpServletRequest request) throws Refused {
        String host = request.getHeader("Host");
        if (!Loopback.isHost(host)) {
            throw new Refused(Refusal.FOREIGN_HOST);
        }
        if (!Loopback.isOrigin(request.getHeader("Origin"), host)) {
            throw new Refused(Refusal.FOREIGN_ORIGIN);
        }
    }

    private Answer file(HttpServletRequest request) throws Refused {
        Answer file = files.find(request.getRequestURI()).orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw new Refused(Refusal.METHOD_NOT_ALLOWED, request.getMethod());
        }
        String tag = file.headers().get(PageFiles.TAG);
        boolean same = tag != null && tag.equals(request.getHeader("If-None-Match"));
        return same ? Answer.nothing(HttpServletResponse.SC_NOT_MODIFIED).with(PageFiles.TAG, tag) : file;
    }

    private static void send(Answer answer, HttpServletResponse response, boolean secret) throws IOException {
        response.setStatus(answer.status());
        Guards.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", secret ? "no-store" : "no-cache");
        answer.headers().forEach(response::setHeader);
        if (!answer.type().isEmpty()) {
            response.setContentType(answer.type());
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
    }
}
