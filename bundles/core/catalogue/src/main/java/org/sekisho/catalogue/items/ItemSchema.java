package org.sekisho.catalogue.items;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;

/** The tables of the items. */
@Component
public final class ItemSchema implements Schema {

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(
                List.of("""
                ${table} item (
                  item_key VARCHAR(32) NOT NULL,
                  code VARCHAR(32) NOT NULL,
                  name VARCHAR(200) NOT NULL,
                  name_en VARCHAR(200) NOT NULL,
                  price BIGINT NOT NULL,
                  tax VARCHAR(32) NOT NULL,
                  unit VARCHAR(8) NOT NULL,
                  department VARCHAR(100) NOT NULL,
                  tax_included VARCHAR(3) NOT NULL,
                  PRIMARY KEY (item_key)
                )"""),
                // Prices by date, and imports that count as a whole or not at all: see Editions.
                List.of(
                        """
                ${table} item_row (
                  item_key VARCHAR(32) NOT NULL,
                  edition INTEGER NOT NULL,
                  valid_from VARCHAR(10) NOT NULL,
                  valid_until VARCHAR(10) NOT NULL,
                  code VARCHAR(32) NOT NULL,
                  name VARCHAR(200) NOT NULL,
                  name_en VARCHAR(200) NOT NULL,
                  price BIGINT NOT NULL,
                  tax VARCHAR(32) NOT NULL,
                  unit VARCHAR(8) NOT NULL,
                  department VARCHAR(100) NOT NULL,
                  tax_included VARCHAR(3) NOT NULL,
                  PRIMARY KEY (item_key, edition, valid_from)
                )""",
                        "${table} item_edition (edition INTEGER NOT NULL, state INTEGER NOT NULL, PRIMARY KEY (edition))",
                        "INSERT INTO item_edition (edition, state) VALUES (1, 1)",
                        "INSERT INTO item_row (item_key, edition, valid_from, valid_until, code, name, name_en, price, tax,"
                                + " unit, department, tax_included) SELECT item_key, 1, '', '', code, name, name_en, price,"
                                + " tax, unit, department, tax_included FROM item",
                        "DROP TABLE item"));
    }
}
