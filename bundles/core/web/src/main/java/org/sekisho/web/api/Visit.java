package org.sekisho.web.api;

import java.util.Map;
import java.util.Optional;
import org.sekisho.identity.Operator;
import org.sekisho.web.http.Call;
import org.sekisho.web.session.Session;

/**
 * A call that may be made, and who makes it.
 *
 * @param signedOn there wherever the route wants it
 * @param variables of the path, by name
 * @param approver who stands by for this call
 */
record Visit(Call call, Optional<Session> signedOn, Map<String, String> variables, Optional<Operator> approver) {

    Visit(Call call, Optional<Session> signedOn, Map<String, String> variables) {
        this(call, signedOn, variables, Optional.empty());
    }

    Visit approvedBy(Optional<Operator> second) {
        return new Visit(call, signedOn, variables, second);
    }

    Operator operator() {
        return session().operator();
    }

    Session session() {
        return signedOn.orElseThrow();
    }
}
