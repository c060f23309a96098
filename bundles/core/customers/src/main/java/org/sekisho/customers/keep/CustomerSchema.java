package org.sekisho.customers.keep;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;
import org.sekisho.storage.SealedColumn;

/** The tables of customers: nothing in them is personal but by its key. */
@Component
public final class CustomerSchema implements Schema {

    @Activate
    public CustomerSchema() {}

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(first(), List.of("ALTER TABLE customer ADD COLUMN points BIGINT DEFAULT 0 NOT NULL"));
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(new SealedColumn("customer_root", "place", "sealed", place -> ShopCustomers.PURPOSE));
    }

    private static List<String> first() {
        return List.of(
                "${table} customer_root (place INTEGER PRIMARY KEY, sealed ${bytes} NOT NULL)",
                "${table} customer (id VARCHAR(16) PRIMARY KEY, wrapped ${bytes} NOT NULL)",
                "${table} customer_field (id VARCHAR(16) NOT NULL, field VARCHAR(16) NOT NULL, sealed ${bytes} NOT NULL,"
                        + " PRIMARY KEY (id, field))",
                "${table} customer_tag (tag VARCHAR(32) NOT NULL, id VARCHAR(16) NOT NULL, PRIMARY KEY (tag, id))",
                "CREATE INDEX customer_tag_id ON customer_tag (id)");
    }
}
