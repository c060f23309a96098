package org.sekisho.catalogue.items;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;

/** The table of the items. */
@Component
public final class ItemSchema implements Schema {

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(List.of("""
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
                )"""));
    }
}
