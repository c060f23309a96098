package org.sekisho.antivirus.clamd;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.inspection.Verdict;

/**
 * One look at one file: the whole of it, each entry inflated, and archives within. A threat ends it; a limit does not, since a threat
 * may still be found elsewhere. For one thread, once.
 */
final class Examination {

    private final Clamd clamd;
    private final Limits limits;
    private int entries;
    private long inflated;
    private @Nullable String missed;

    Examination(Clamd clamd, Limits limits) {
        this.clamd = clamd;
        this.limits = limits;
    }

    /**
     * What is wrong with the file; empty where all of it was seen and nothing found.
     *
     * @throws IOException when clamd does not go on answering
     */
    Optional<Verdict> examine(byte[] content) throws IOException {
        Optional<Verdict> threat = look(content, "the file", 1);
        String why = missed;
        return threat.isPresent() || why == null ? threat : Optional.of(new Verdict.NotFullyScanned(why));
    }

    private Optional<Verdict> look(byte[] content, String where, int depth) throws IOException {
        Optional<Verdict> threat = scan(content, where);
        if (threat.isPresent() || !ZipDirectory.isArchive(content)) {
            return threat;
        }
        if (depth > limits.depth()) {
            miss(where, "lies deeper than " + limits.depth() + " archives");
            return Optional.empty();
        }
        try {
            return lookInto(content, ZipDirectory.read(content), depth);
        } catch (ArchiveFault e) {
            miss(where, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Verdict> lookInto(byte[] archive, List<PackedEntry> packed, int depth) throws IOException {
        for (PackedEntry entry : packed) {
            String where = printable(entry.name());
            entries++;
            if (entries > limits.entries() || inflated + entry.size() > limits.inflated()) {
                miss(
                        where,
                        "and what follows lie beyond " + limits.entries() + " entries or " + limits.inflated()
                                + " bytes");
                return Optional.empty();
            }
            try {
                byte[] content = entry.inflate(archive, limits);
                inflated += content.length;
                Optional<Verdict> threat = look(content, where, depth + 1);
                if (threat.isPresent()) {
                    return threat;
                }
            } catch (ArchiveFault e) {
                miss(where, e.getMessage());
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict> scan(byte[] content, String where) throws IOException {
        if (content.length == 0) {
            return Optional.empty();
        }
        if (content.length > limits.largest()) {
            miss(where, "is larger than " + limits.largest() + " bytes");
            return Optional.empty();
        }
        Reply reply = clamd.scan(content);
        if (reply instanceof Reply.Found found) {
            return Optional.of(new Verdict.Infected(found.threat()));
        }
        if (reply instanceof Reply.LimitExceeded limit) {
            miss(where, "was not taken by clamd: " + limit.text());
        } else if (reply instanceof Reply.Failed failed) {
            throw new IOException("clamd said: " + printable(failed.text()));
        }
        return Optional.empty();
    }

    private void miss(String where, String why) {
        if (missed == null) {
            missed = where + " " + why;
        }
    }

    /** A name from the outside, short and without anything that a terminal would obey. */
    private static String printable(String name) {
        String shortened = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        return shortened.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
