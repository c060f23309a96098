package org.sekisho.extensions.shop;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;

/** One row a lane, always what its newest {@code TrustTaken} entry of the journal says. */
@Component
public final class SeenSchema implements Schema {

    @Activate
    public SeenSchema() {}

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(List.of("""
                ${table} trust_seen (
                    lane VARCHAR(64) PRIMARY KEY,
                    root BIGINT NOT NULL,
                    timestamp_version BIGINT NOT NULL,
                    snapshot_version BIGINT NOT NULL,
                    targets BIGINT NOT NULL,
                    approvals BIGINT NOT NULL
                )"""));
    }
}
