package org.sekisho.inspection;

import org.sekisho.api.inspection.Verdict;

/** Shows a file to every inspector. Only {@link Verdict.Clean} of all of them, and of at least one, is clean. */
public interface Inspection {

    Verdict inspect(String fileName, byte[] content);
}
