package org.sekisho.catalogue.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.catalogue.RowFault;

class CsvRowsTest {

    @Test
    void fieldsAsInTheRfc() throws Exception {
        assertThat(rows("aaa,bbb,ccc\r\nzzz,,xxx"))
                .containsExactly(row(1, "aaa", "bbb", "ccc"), row(2, "zzz", "", "xxx"));
        assertThat(rows("\"aaa\",\"b \r\nbb\",\"ccc\"\r\nzzz,\"b\"\"bb\",\"\"\r\n"))
                .containsExactly(row(1, "aaa", "b \r\nbb", "ccc"), row(3, "zzz", "b\"bb", ""));
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        assertThat(rows("\uFEFFa,b\n")).containsExactly(row(1, "a", "b"));
        assertThat(rows("\uFEFF")).isEmpty();
    }

    @Test
    void linesAreCountedOverBlankOnes() throws Exception {
        assertThat(rows("a\n\n,,\nb")).containsExactly(row(1, "a"), row(2, ""), row(3, "", "", ""), row(4, "b"));
    }

    @ParameterizedTest
    @CsvSource({
        "'x\na\"b', 2, QUOTE_STRAY",
        "'\"a\"b', 1, QUOTE_STRAY",
        "'x\n\"a\n\nb', 2, QUOTE_OPEN",
        "'a,\"', 1, QUOTE_OPEN"
    })
    void aStrayQuotationMarkIsRefused(String text, int line, RowFault fault) {
        CsvRows.Malformed malformed = catchThrowableOfType(CsvRows.Malformed.class, () -> rows(text));
        assertThat(malformed.line()).isEqualTo(line);
        assertThat(malformed.fault()).isEqualTo(fault);
    }

    /** Wherever a block of the reader ends: between the two characters of a line's end, after a quotation mark, within a field. */
    @Test
    void rowsCrossTheReadersBlocks() throws Exception {
        for (int length = 8180; length < 8200; length++) {
            String long1 = "a".repeat(length);
            assertThat(rows(long1 + "\r\n\"b\"\"c\",d\re\r\n\"f\"\r\ng"))
                    .containsExactly(row(1, long1), row(2, "b\"c", "d\re"), row(3, "f"), row(4, "g"));
        }
    }

    private static List<CsvRows.Row> rows(String text) throws CsvRows.Malformed, IOException {
        List<CsvRows.Row> all = new ArrayList<>();
        CsvRows rows = new CsvRows(new StringReader(text));
        while (rows.hasNext()) {
            all.add(rows.next());
        }
        return all;
    }

    private static CsvRows.Row row(int line, String... fields) {
        return new CsvRows.Row(line, List.of(fields));
    }
}
