package org.sekisho.identity.approver;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;

/** One row a person; {@code wrapped} is the key's 32 secret bytes under AES-256-GCM. */
@Component
public final class ApproverSchema implements Schema {

    @Activate
    public ApproverSchema() {}

    @Override
    public String name() {
        return "approver";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(List.of("""
                ${table} approver_key (
                    name VARCHAR(64) PRIMARY KEY,
                    memory_kib INTEGER NOT NULL,
                    passes INTEGER NOT NULL,
                    salt ${bytes} NOT NULL,
                    nonce ${bytes} NOT NULL,
                    wrapped ${bytes} NOT NULL
                )"""));
    }
}
