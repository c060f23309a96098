package org.sekisho.api.inspection;

/** One antivirus engine. Safe for many threads; a call may take seconds and never throws: what goes wrong is a verdict. */
public interface FileInspector {

    /** What a person would call it: {@code ClamAV}. */
    String name();

    /**
     * Looks at a whole file and, where it is an archive, at each entry inflated.
     *
     * @param fileName for the report only; it is not opened
     * @param content the whole file
     */
    Verdict inspect(String fileName, byte[] content);
}
