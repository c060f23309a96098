package org.sekisho.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.web.http.Answer;

class AnsweredDeedsTest {

    private final AnsweredDeeds deeds = new AnsweredDeeds();

    @Test
    void deedIsAnsweredAsBefore() {
        Answer answer = Answer.nothing(204);
        assertThat(deeds.find("deed-1")).isEmpty();
        deeds.remember("deed-1", answer);
        assertThat(deeds.find("deed-1")).containsSame(answer);
        assertThat(deeds.find("deed-2")).isEmpty();
    }

    @Test
    void onlyTheLastAreRemembered() {
        for (int i = 0; i <= 100; i++) {
            deeds.remember("deed-" + i, Answer.nothing(204));
        }
        assertThat(deeds.find("deed-0")).isEmpty();
        assertThat(deeds.find("deed-1")).isPresent();
    }
}
