package org.sekisho.gate.control;

import java.util.Optional;

/** Asks the person. */
@FunctionalInterface
public interface Asker {

    /** Empty when there is nobody to ask. */
    Optional<char[]> ask(String prompt, boolean hidden);
}
