package org.sekisho.web.api;

import java.util.Map;
import java.util.Optional;
import org.sekisho.web.http.Call;
import org.sekisho.web.session.Session;

/**
 * A call that may be made, and who makes it.
 *
 * @param signedOn there wherever the route wants it
 * @param variables of the path, by name
 */
record Visit(Call call, Optional<Session> signedOn, Map<String, String> variables) {

    Session session() {
        return signedOn.orElseThrow();
    }
}
