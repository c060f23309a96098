package org.sekisho.catalogue;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Everything that can be wrong with a row of an import. The sentences stand in {@code rows.properties}, one for each constant. */
public enum RowFault {
    NO_HEADER,
    COLUMN_MISSING,
    COLUMN_UNKNOWN,
    COLUMN_TWICE,
    QUOTE_STRAY,
    QUOTE_OPEN,
    FIELDS_MISCOUNTED,
    CODE_INVALID,
    CHECK_DIGIT_WRONG,
    CODE_TWICE,
    NAME_MISSING,
    TEXT_TOO_LONG,
    TEXT_UNPRINTABLE,
    PRICE_INVALID,
    TAX_UNKNOWN,
    UNIT_UNKNOWN,
    TAX_INCLUDED_INVALID,
    DATE_INVALID,
    PERIOD_BACKWARDS,
    PERIOD_OVERLAPS,
    READING_STOPPED;

    /** The sentence in that language; English where there is none. */
    public String sentence(Locale locale, List<String> facts) {
        ResourceBundle sentences = ResourceBundle.getBundle(
                "org.sekisho.catalogue.rows",
                locale,
                RowFault.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(sentences.getString(name()), locale).format(facts.toArray());
    }
}
