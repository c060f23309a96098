package org.sekisho.extensions.jar;

/** Something that keeps the reading from going on; how much is lost is the catcher's business. */
final class BrokenZip extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    BrokenZip(Finding finding) {
        super(finding.key());
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
