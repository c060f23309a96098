package org.sekisho.journal.chain;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;

/**
 * The one table of the journal. Operator and business date stand in the payload too, which the hash covers; the columns are
 * for searching, and verification holds them against it.
 */
@Component
public final class JournalSchema implements Schema {

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(List.of("""
                ${table} journal (
                  lane VARCHAR(32) NOT NULL,
                  seq BIGINT NOT NULL,
                  recorded_at VARCHAR(24) NOT NULL,
                  fact VARCHAR(64) NOT NULL,
                  operator_name VARCHAR(64) NOT NULL,
                  business_date VARCHAR(10) NOT NULL,
                  payload ${text} NOT NULL,
                  prev_hash VARCHAR(64) NOT NULL,
                  entry_hash VARCHAR(64) NOT NULL,
                  PRIMARY KEY (lane, seq)
                )"""), List.of("CREATE INDEX journal_by_date ON journal (business_date, lane, seq)"));
    }
}
