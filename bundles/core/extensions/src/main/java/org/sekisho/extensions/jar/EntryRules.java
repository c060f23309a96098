package org.sekisho.extensions.jar;

import java.util.function.Consumer;

/** What a single entry's two headers may say. */
final class EntryRules {

    private static final int TYPE = 0xf000;
    private static final int FILE = 0x8000;
    private static final int FOLDER = 0x4000;
    /** No mode at all: older archivers wrote it for folders (65 of 1,230 ordinary jars). */
    private static final int UNKNOWN = 0xffff;

    private EntryRules() {}

    static void check(String name, CentralHeader central, LocalHeader local, Consumer<Finding> findings) {
        if (!local.agreesWith(central)) {
            findings.accept(Finding.structure("local-unlike", name));
        }
        if ((central.flags() & CentralHeader.ENCRYPTED) != 0) {
            findings.accept(Finding.structure("encrypted", name));
        } else if ((central.flags() & ~CentralHeader.KNOWN_FLAGS) != 0) {
            findings.accept(Finding.structure("flags", name, Integer.toHexString(central.flags())));
        }
        if (central.method() != 0 && central.method() != CentralHeader.DEFLATED) {
            findings.accept(Finding.structure("method", name, central.method()));
        }
        if (central.comment() > 0) {
            findings.accept(Finding.structure("entry-comment", name));
        }
        if (central.disk() != 0) {
            findings.accept(Finding.structure("disks"));
        }
        checkType(name, central, findings);
        checkExtra(name, central.extra(), findings);
        checkExtra(name, local.extra(), findings);
        if (name.endsWith("/") && central.size() != 0) {
            findings.accept(Finding.structure("folder-content", name));
        }
        if (central.hasDescriptor() && central.method() == 0 && central.size() != 0) {
            findings.accept(Finding.structure("stored-descriptor", name));
        }
    }

    /** A link or a device is refused whatever host the header claims: unpackers differ in whether they look. */
    private static void checkType(String name, CentralHeader central, Consumer<Finding> findings) {
        int mode = (int) (central.external() >>> 16);
        int type = mode & TYPE;
        boolean fits = name.endsWith("/") ? type == 0 || type == FOLDER || mode == UNKNOWN : type == 0 || type == FILE;
        if (!fits) {
            findings.accept(Finding.structure(type == 0xa000 ? "symlink" : "file-type", name));
        }
    }

    private static void checkExtra(String name, byte[] extra, Consumer<Finding> findings) {
        ExtraFields.refused(extra)
                .ifPresent(id -> findings.accept(
                        id == 0xffff
                                ? Finding.structure("extra-broken", name)
                                : Finding.structure(id == 1 ? "zip64-entry" : "extra", name, Integer.toHexString(id))));
    }
}
