package org.sekisho.extensions.shop;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;

/** One row a lane, always what its newest {@code TrustTaken} entry of the journal says. */
@Component
public final class SeenSchema implements Schema {

    private static final String FIRST = """
            ${table} trust_seen (
                lane VARCHAR(64) PRIMARY KEY,
                root BIGINT NOT NULL,
                timestamp_version BIGINT NOT NULL,
                snapshot_version BIGINT NOT NULL,
                targets BIGINT NOT NULL,
                approvals BIGINT NOT NULL
            )""";

    /** A digest is empty where it was not known: then any of that version is the one. */
    private static final List<String> OF_THE_SHOP = List.of(
            "ALTER TABLE trust_seen ADD COLUMN epoch BIGINT DEFAULT 0 NOT NULL",
            "ALTER TABLE trust_seen ADD COLUMN approvers BIGINT DEFAULT 0 NOT NULL",
            "ALTER TABLE trust_seen ADD COLUMN approvers_sha256 VARCHAR(64) DEFAULT '' NOT NULL",
            "ALTER TABLE trust_seen ADD COLUMN approvals_sha256 VARCHAR(64) DEFAULT '' NOT NULL");

    @Activate
    public SeenSchema() {}

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(List.of(FIRST), OF_THE_SHOP);
    }
}
