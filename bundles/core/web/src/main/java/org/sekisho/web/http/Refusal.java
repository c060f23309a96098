package org.sekisho.web.http;

/** Everything that the page itself says no to. The sentences stand in {@code messages.properties}, one for each constant. */
public enum Refusal {
    MALFORMED(400),
    NOT_SIGNED_ON(401),
    SIGN_ON_REFUSED(401),
    CODE_NEEDED(401),
    FOREIGN_HOST(403),
    FOREIGN_ORIGIN(403),
    CSRF_TOKEN_WRONG(403),
    PASSWORD_MUST_CHANGE(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    SALE_IS_OPEN(409),
    TOO_LARGE(413),
    NOT_JSON(415),
    PASSWORD_REFUSED(422),
    PIN_REFUSED(422),
    DRAWER_PASSWORD(422),
    LOCKED(423),
    TOO_MANY_CALLS(429),
    TOO_MANY_SIGN_ONS(429),
    UNEXPECTED(500),
    NO_PINS(501),
    STORAGE_FAULT(503),
    STOPPING(503);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
