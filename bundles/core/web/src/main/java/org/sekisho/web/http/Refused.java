package org.sekisho.web.http;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A call is answered no; the message is a sentence for the person at the page. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Function<Locale, String> sentence;
    private final transient Map<String, String> headers;

    private Refused(int status, String code, Function<Locale, String> sentence, Map<String, String> headers) {
        super(sentence.apply(Locale.ENGLISH));
        this.status = status;
        this.code = code;
        this.sentence = sentence;
        this.headers = headers;
    }

    /** A refusal in the page's own words. */
    public Refused(Refusal refusal, Object... facts) {
        this(refusal, language -> Texts.of(refusal.name(), language, facts));
    }

    /** The same refusal in the words of whoever refused. */
    public Refused(Refusal refusal, Function<Locale, String> sentence) {
        this(refusal.status(), refusal.name(), sentence, Map.of());
    }

    /** Another part of the register refuses. */
    public Refused(int status, String code, Function<Locale, String> sentence) {
        this(status, code, sentence, Map.of());
    }

    /** The same, with the whole seconds after which it is worth another try. */
    public Refused retryAfter(long seconds) {
        return new Refused(status, code, sentence, Map.of("Retry-After", Long.toString(seconds)));
    }

    public int status() {
        return status;
    }

    Answer answer(Locale language) {
        JsonObject body = new JsonObject();
        body.addProperty("refusal", code);
        body.addProperty("message", sentence.apply(language));
        Answer answer = Answer.json(status, body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }
}
