package org.sekisho.catalogue.codes;

import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Gtin;
import org.sekisho.catalogue.Label;

/** What a code says that is not itself in the catalogue. */
public sealed interface CodeReading {

    /** @param item the number under which the catalogue has the item */
    record Labelled(Gtin item, Label label) implements CodeReading {}

    record Faulty(CodeFault fault) implements CodeReading {}
}
