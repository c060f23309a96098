package org.sekisho.identity.approver;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;

/** One row a person; {@code wrapped} is the key's 32 secret bytes under AES-256-GCM. */
@Component
public final class ApproverSchema implements Schema {

    @Activate
    private static final List<String> ONE_KEY_A_NAME = List.of("""
            ${table} approver_key (
                name VARCHAR(64) PRIMARY KEY,
                memory_kib INTEGER NOT NULL,
                passes INTEGER NOT NULL,
                salt ${bytes} NOT NULL,
                nonce ${bytes} NOT NULL,
                wrapped ${bytes} NOT NULL
            )""");

    /** A key that a password does not open is kept: who comes back to that password finds it again. */
    private static final List<String> SEVERAL_KEYS_A_NAME = List.of(
            """
            ${table} signing_key (
                name VARCHAR(64) NOT NULL,
                nth INTEGER NOT NULL,
                memory_kib INTEGER NOT NULL,
                passes INTEGER NOT NULL,
                salt ${bytes} NOT NULL,
                nonce ${bytes} NOT NULL,
                wrapped ${bytes} NOT NULL,
                PRIMARY KEY (name, nth)
            )""",
            "INSERT INTO signing_key (name, nth, memory_kib, passes, salt, nonce, wrapped)"
                    + " SELECT name, 1, memory_kib, passes, salt, nonce, wrapped FROM approver_key",
            "DROP TABLE approver_key");

    public ApproverSchema() {}

    @Override
    public String name() {
        return "approver";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(ONE_KEY_A_NAME, SEVERAL_KEYS_A_NAME);
    }
}
