package org.sekisho.it.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sekisho.catalogue.Gtin;

/** A catalogue as large as one likes. */
final class ManyItems {

    private ManyItems() {}

    static Path write(Path csv, int items) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("code,name,name_en,price,tax,unit,department\n");
            for (int i = 0; i < items; i++) {
                String code =
                        Gtin.completing(String.format("49%010d", i)).toString().substring(1);
                out.write("%s,商品 %d,Item %d,%d,%s,piece,食品\n"
                        .formatted(code, i, i, 50 + i % 900, i % 3 == 0 ? "standard" : "reduced"));
            }
        }
        return csv;
    }

    static List<String> codes(Path csv) throws IOException {
        try (var lines = Files.lines(csv)) {
            return lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        }
    }
}
