package org.sekisho.storage.ahead;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.seal.DatabaseFiles;
import org.sekisho.storage.seal.SealContext;

/**
 * What is on the disk before its rows are: one file of {@value #SIZE} bytes, made once and written over, so that a record costs one flush
 * and never a change of the file's length.
 *
 * <p>A record is its {@link Changes}, sealed with its number (rising by one) and with whether it was flushed, cut into as many
 * {@link Sector}s as it takes. Once the rows of all records are flushed themselves, the next record begins at the front again. Of the
 * last record a crash may have left some sectors unwritten: then it is dropped, and told, since whoever asked for it never heard that it was
 * kept. Everything else that is not as it was written is refused. Safe for many threads.
 */
public final class AheadLog implements AutoCloseable {

    /** Some 700 sales. */
    static final int SIZE = 4 << 20;

    private static final byte[] NOTHING = {};

    /** Where the bytes go. */
    public interface Target extends AutoCloseable {
        byte[] content() throws IOException;

        /** @param flush whether these bytes are on the disk when this returns */
        void write(long position, byte[] bytes, boolean flush) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Opens the file; tests count and fail there. */
    @FunctionalInterface
    public interface Disk {

        /** The real one. */
        Disk REAL = AheadFile::new;

        Target open(Path file) throws IOException;
    }

    private final Path path;
    private final Sealer sealer;
    private final Target file;
    private final int size;
    private int position;
    /** Up to which byte the file is on the disk for sure, and what stands behind that. */
    private int flushedTo;

    private byte[] unflushed = NOTHING;
    private int used;
    private boolean failed;

    private AheadLog(Path path, Sealer sealer, Target file, int size) {
        this.path = path;
        this.sealer = sealer;
        this.file = file;
        this.size = size;
    }

    /** Opens the file, and makes it first where it is not there as a whole. */
    public static AheadLog open(DatabaseFiles files, Sealer sealer, Disk disk) throws IOException {
        return open(files, sealer, disk, SIZE);
    }

    static AheadLog open(DatabaseFiles files, Sealer sealer, Disk disk, int size) throws IOException {
        Target target = disk.open(files.ahead());
        boolean whole = false;
        try {
            int there = target.content().length;
            if (there < size) {
                target.write(there, new byte[size - there], true);
                files.syncFolder();
            }
            whole = true;
            return new AheadLog(files.ahead(), sealer, target, size);
        } finally {
            if (!whole) {
                target.close();
            }
        }
    }

    /**
     * What was found in the file.
     *
     * @param left the changes whose rows may not be in their tables, by rising number
     * @param last the number of the last of them; as it was asked for where there are none
     * @param torn what was dropped, in a sentence; empty for nothing
     */
    public record Found(List<Changes> left, long last, String torn) {}

    /**
     * Reads what a crash left.
     *
     * @param applied the number of the last record whose rows are in their tables
     * @throws StorageFault DAMAGED, with the place, when a record was changed
     */
    public synchronized Found find(long applied) throws IOException, StorageFault {
        ByteBuffer content = ByteBuffer.wrap(file.content());
        used = content.limit();
        List<Changes> left = new ArrayList<>();
        long last = applied;
        int at = 0;
        for (Sector head = head(content, at); head != null; head = next(content, at, head)) {
            if (head.number() > last) {
                byte[] sealed = whole(content, at, head);
                if (head.number() != last + 1) {
                    throw damaged(at, "the record in front of this one");
                }
                if (sealed == null) {
                    break;
                }
                left.add(opened(head, sealed, at));
                last++;
            }
            at += Sector.count(head.length()) * Sector.SIZE;
        }
        return new Found(List.copyOf(left), last, torn(content, at, last));
    }

    /** The first sector of a record; null where none begins that was written. */
    private @Nullable Sector head(ByteBuffer content, int at) throws StorageFault {
        Sector sector = sector(content, at);
        return sector == null || sector.place() != 0 ? null : sector;
    }

    /** The same of the record that follows. */
    private @Nullable Sector next(ByteBuffer content, int at, Sector before) throws StorageFault {
        Sector next = head(content, at);
        return next == null || next.number() != before.number() + 1 ? null : next;
    }

    private @Nullable Sector sector(ByteBuffer content, int at) throws StorageFault {
        if (at + Sector.SIZE > content.limit() || Sector.isBlank(content, at)) {
            return null;
        }
        if (!Sector.isSound(content, at)) {
            throw damaged(at, "a sector");
        }
        return Sector.read(content, at);
    }

    /** The bytes of a record all of whose sectors are there; null where some were never written. */
    private byte @Nullable [] whole(ByteBuffer content, int at, Sector head) throws StorageFault {
        byte[] sealed = new byte[head.length()];
        for (int place = 0; place < Sector.count(head.length()); place++) {
            int start = at + place * Sector.SIZE;
            Sector sector = sector(content, start);
            if (sector == null || sector.number() != head.number() || sector.place() != place) {
                return null;
            }
            sector.body(content, start, sealed);
        }
        return sealed;
    }

    private Changes opened(Sector head, byte[] sealed, int at) throws IOException, StorageFault {
        try {
            return Changes.read(sealer.open(sealed, SealContext.ahead(head.number(), head.flushed())));
        } catch (VaultFault e) {
            throw damaged(at, "record " + head.number());
        }
    }

    /** What stands behind the last record that is there: nothing of a later one, or what a crash left of it. */
    private String torn(ByteBuffer content, int from, long last) throws StorageFault {
        boolean begun = false;
        for (int at = from; at + Sector.SIZE <= content.limit(); at += Sector.SIZE) {
            if (Sector.isBlank(content, at) || !Sector.isSound(content, at)) {
                continue;
            }
            Sector later = Sector.read(content, at);
            if (later.number() > last) {
                begun = true;
                if (later.flushed() && later.place() == 0 && whole(content, at, later) != null) {
                    throw damaged(from, "record " + (last + 1));
                }
            }
        }
        return begun
                ? "The register stopped while it was writing: record " + (last + 1) + " in " + path.getFileName()
                        + " (at byte " + from
                        + ") had not wholly reached the disk and was dropped. It belonged to something"
                        + " that was not yet finished; what was finished is there."
                : "";
    }

    private StorageFault damaged(int at, String what) {
        return DatabaseFiles.damaged(path, what + " (at byte " + at + ")");
    }

    /**
     * Appends a record.
     *
     * @param flush whether it, and all before it, is on the disk when this returns
     * @return false when there is no room until {@link #forget}
     * @throws IOException when it may not be there: then nothing more can be trusted to this log
     */
    public synchronized boolean append(long number, Changes changes, boolean flush) throws IOException {
        if (failed) {
            throw new IOException("the log failed before");
        }
        byte[] sealed = sealer.seal(changes.bytes(), SealContext.ahead(number, flush));
        int length = Sector.count(sealed.length) * Sector.SIZE;
        if (position + length > size) {
            return false;
        }
        int from = flush ? flushedTo : position; // with all that was not flushed before it
        byte[] bytes = Arrays.copyOf(flush ? unflushed : NOTHING, position + length - from);
        ByteBuffer record = ByteBuffer.wrap(bytes, position - from, length);
        for (int place = 0; place < Sector.count(sealed.length); place++) {
            new Sector(number, place, flush, sealed.length).write(sealed, record);
        }
        failed = true;
        file.write(from, bytes, flush);
        failed = false;
        unflushed = flush ? NOTHING : joined(unflushed, bytes);
        position += length;
        flushedTo = flush ? position : flushedTo;
        used = Math.max(used, position);
        return true;
    }

    /** The rows of every record are on the disk: the next one may stand in front. */
    public synchronized void forget() {
        position = 0;
        flushedTo = 0;
        unflushed = NOTHING;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Leaves nothing in the file but zeros; whoever calls this has all rows on the disk. */
    public synchronized void clear() throws IOException {
        if (used > 0) {
            file.write(0, new byte[used], true);
        }
        forget();
        used = 0;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
