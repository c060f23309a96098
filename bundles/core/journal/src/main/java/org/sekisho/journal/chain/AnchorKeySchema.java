package org.sekisho.journal.chain;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;
import org.sekisho.storage.SealedColumn;

/**
 * The key of each register at this database; {@code sealed} is its 32 secret bytes, sealed by the vault of that register's home.
 */
@Component
public final class AnchorKeySchema implements Schema {

    @Override
    public String name() {
        return "journal_key";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(List.of("""
                ${table} journal_key (
                  lane VARCHAR(32) PRIMARY KEY,
                  public_key VARCHAR(64) NOT NULL,
                  sealed ${bytes} NOT NULL
                )"""));
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(new SealedColumn("journal_key", "lane", "sealed", AnchorKeys::purpose));
    }
}
