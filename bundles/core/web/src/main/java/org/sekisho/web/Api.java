package org.sekisho.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.Call;
import org.sekisho.web.http.Calls;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;

/** The API that {@code openapi.json} describes. */
final class Api implements Calls {

    @Override
    public Answer answer(Call call) throws Refused {
        if (call.path().equals("/api/openapi.json") && call.method().equals("GET")) {
            try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
                return Answer.of("application/json", in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new Refused(Refusal.NOT_FOUND);
    }
}
