package org.sekisho.catalogue;

import org.sekisho.api.model.Item;

/** What the catalogue answers to a code. */
public sealed interface Finding {

    /** @param label what the code itself says beside its item */
    record Found(Item item, Label label) implements Finding {}

    record Missed(CodeFault fault) implements Finding {}
}
