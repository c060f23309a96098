package org.sekisho.identity.approver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.identity.ApproverKeys;
import org.sekisho.identity.account.MemoryDatabase;
import org.sekisho.storage.StorageFault;

/** A person's keys outlive wrong passwords. */
class StoredApproverKeysTest {

    private final ApproverKeys keys = new StoredApproverKeys(new MemoryDatabase(new ApproverSchema()));

    private byte[] open(String password) throws StorageFault {
        try (ApproverKeys.Key key = keys.open("mai", password.toCharArray())) {
            return key.publicKey();
        }
    }

    @Test
    void thePasswordOpensTheSameKeyAgain() throws Exception {
        assertThat(open("correct horse")).isEqualTo(open("correct horse"));
    }

    @Test
    void aWrongPasswordReplacesNoKey() throws Exception {
        byte[] first = open("correct horse");
        assertThat(open("battery staple")).isNotEqualTo(first);
        assertThat(open("correct horse")).isEqualTo(first);
    }

    @Test
    void aNewPasswordOpensTheKeyThatTheOldOneOpened() throws Exception {
        byte[] first = open("correct horse");
        byte[] second = open("battery staple");
        keys.rewrap("mai", "correct horse".toCharArray(), "new one".toCharArray());
        assertThat(open("new one")).isEqualTo(first);
        assertThat(open("battery staple")).isEqualTo(second);
        assertThat(open("correct horse")).isNotIn(first, second);
    }

    @Test
    void aPasswordThatOpensNoneRewrapsNone() throws Exception {
        byte[] first = open("correct horse");
        keys.rewrap("mai", "battery staple".toCharArray(), "new one".toCharArray());
        assertThat(open("new one")).isNotEqualTo(first);
        assertThat(open("correct horse")).isEqualTo(first);
    }
}
