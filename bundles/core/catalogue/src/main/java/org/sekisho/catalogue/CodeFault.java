package org.sekisho.catalogue;

/** Why a code leads to no item. */
public enum CodeFault {
    /** Nothing in the catalogue has it. */
    UNKNOWN,
    /** The item is there, but its price list says nothing for that business date. */
    NO_PRICE,
    /** It has the form of a GTIN but not its check digit: misread or mistyped. */
    CHECK_DIGIT_WRONG,
    /** The check digit of the price or weight in an in-store code is wrong. */
    VALUE_CHECK_DIGIT_WRONG,
    /** Element strings that do not follow the GS1 General Specifications, or name no item. */
    ELEMENTS_UNREADABLE
}
