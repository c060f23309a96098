package org.sekisho.web.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.web.http.Answer;

/** What was answered to the last deeds, by the name that the page gave each: sent again, a deed is answered again and not done again. */
public final class AnsweredDeeds {

    private static final int REMEMBERED = 100;

    private final Map<String, Answer> answers = new LinkedHashMap<>();

    public synchronized Optional<Answer> find(String deed) {
        return Optional.ofNullable(answers.get(deed));
    }

    public synchronized void remember(String deed, Answer answer) {
        answers.put(deed, answer);
        if (answers.size() > REMEMBERED) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
