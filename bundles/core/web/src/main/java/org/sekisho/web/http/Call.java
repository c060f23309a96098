package org.sekisho.web.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call to the API. */
public final class Call {

    static final int LARGEST_BODY = 16 * 1024;

    private final HttpServletRequest request;

    Call(HttpServletRequest request) {
        this.request = request;
    }

    public String method() {
        return request.getMethod();
    }

    /** As it was sent, not decoded. */
    public String path() {
        return request.getRequestURI();
    }

    public Locale language() {
        return Texts.preferred(request.getHeader("Accept-Language"));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    public Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** A parameter of the query that must be there, once. */
    public String parameter(String name) throws Refused {
        String[] values = values(name);
        if (values == null || values.length != 1 || values[0].isEmpty()) {
            throw new Refused(Refusal.MALFORMED, name);
        }
        return values[0];
    }

    private String @Nullable [] values(String name) throws Refused {
        try {
            return request.getParameterValues(name);
        } catch (RuntimeException e) { // what a server throws where the query is not rightly encoded
            throw new Refused(Refusal.MALFORMED, name);
        }
    }

    /** The body, which must be a flat JSON object. */
    public JsonBody body() throws Refused {
        String type = request.getContentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Refused(Refusal.NOT_JSON);
        }
        try {
            byte[] bytes = new byte[LARGEST_BODY + 1];
            int length = request.getInputStream().readNBytes(bytes, 0, bytes.length);
            if (length > LARGEST_BODY) {
                throw new Refused(Refusal.TOO_LARGE, LARGEST_BODY / 1024);
            }
            byte[] utf8 = Arrays.copyOf(bytes, length);
            Arrays.fill(bytes, (byte) 0);
            return JsonBody.parse(utf8);
        } catch (IOException e) {
            throw new Refused(Refusal.MALFORMED, "body");
        }
    }
}
