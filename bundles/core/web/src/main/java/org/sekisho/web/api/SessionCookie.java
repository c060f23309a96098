package org.sekisho.web.api;

import org.sekisho.web.http.Answer;
import org.sekisho.web.session.Session;

/** The cookie that carries a session: for no script, for no other site, for this browser's life. */
final class SessionCookie {

    static final String NAME = "sekisho-session";

    private static final String HEADER = "Set-Cookie";
    private static final String RULES = "; Path=/; HttpOnly; SameSite=Strict";

    private SessionCookie() {}

    static Answer give(Answer answer, Session session) {
        return answer.with(HEADER, NAME + "=" + session.cookie() + RULES);
    }

    static Answer takeAway(Answer answer) {
        return answer.with(HEADER, NAME + "=; Max-Age=0" + RULES);
    }
}
