package org.sekisho.identity;

import java.util.List;

/** What became of a new password. */
public sealed interface PasswordResult {

    /** It is set. */
    record Set() implements PasswordResult {}

    /** It is set to this, which is shown once and only permits changing it. */
    record OneTime(String password) implements PasswordResult {

        @Override
        public String toString() {
            return "OneTime[…]";
        }
    }

    /** Nothing was changed; each sentence names one rule that is not met, or why there can be no such operator. */
    record Refused(List<Sentence> sentences) implements PasswordResult {

        public Refused {
            sentences = List.copyOf(sentences);
        }
    }
}
