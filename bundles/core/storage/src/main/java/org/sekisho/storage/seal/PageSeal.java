package org.sekisho.storage.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.StorageFault;

/**
 * The digests (SHA-256) of the pages of {@code .data} at a checkpoint, kept in one sealed file. HSQLDB seals the values of a row,
 * but not the tree around them (which row comes next, where there is room): a flipped bit there would hide rows without a sound.
 */
final class PageSeal {

    /** HSQLDB's own page of {@code .backup}, so that page and page can be compared. */
    static final int PAGE = 1 << 14;

    private static final int DIGEST = 32;
    private static final int VERSION = 1;
    private static final int HEAD = 2 * Integer.BYTES + Long.BYTES;

    private final long length;
    private final List<byte[]> digests;

    private PageSeal(long length, List<byte[]> digests) {
        this.length = length;
        this.digests = digests;
    }

    /** Takes the digests of the file as it is now. */
    static PageSeal of(DataPages data) throws IOException {
        long length = data.usedLength();
        return new PageSeal(length, data.digests(page -> true, pages(length), length));
    }

    /**
     * The digests of the file as it is now, when since these only some pages were written over: all others are taken from here, so a
     * page that somebody else changed meanwhile does not get a new digest.
     *
     * @param overwritten of the pages that there were, those that HSQLDB changed
     */
    PageSeal after(DataPages data, BitSet overwritten) throws IOException {
        long now = data.usedLength();
        if (now < length) {
            return of(data);
        }
        int whole = Math.toIntExact(length / PAGE);
        List<byte[]> fresh = data.digests(page -> isFresh(page, whole, overwritten), pages(now), now);
        for (int page = 0; page < whole; page++) {
            if (!isFresh(page, whole, overwritten)) {
                fresh.set(page, digests.get(page));
            }
        }
        return new PageSeal(now, fresh);
    }

    /** The head changes with every checkpoint. */
    private static boolean isFresh(int page, int whole, BitSet overwritten) {
        return page == 0 || page >= whole || overwritten.get(page);
    }

    static PageSeal read(Path file, Sealer sealer) throws IOException, StorageFault {
        try {
            ByteBuffer plain = ByteBuffer.wrap(sealer.open(Files.readAllBytes(file), SealContext.pages()));
            if (plain.getInt() != VERSION || plain.getInt() != PAGE) {
                throw DatabaseFiles.damaged(file, "its version");
            }
            long length = plain.getLong();
            List<byte[]> digests = new ArrayList<>();
            for (int page = 0; page < pages(length); page++) {
                byte[] digest = new byte[DIGEST];
                plain.get(digest);
                digests.add(digest);
            }
            return new PageSeal(length, digests);
        } catch (VaultFault e) {
            throw DatabaseFiles.damaged(file, "record 1 (at byte 0)");
        }
    }

    /** Writes it beside and moves it into place; on the disk when this returns. */
    void write(DatabaseFiles files, Sealer sealer) throws IOException {
        ByteBuffer plain = ByteBuffer.allocate(HEAD + digests.size() * DIGEST);
        plain.putInt(VERSION).putInt(PAGE).putLong(length);
        digests.forEach(plain::put);
        Path beside = files.pages().resolveSibling("register.pages.new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer sealed = ByteBuffer.wrap(sealer.seal(plain.array(), SealContext.pages()));
            while (sealed.hasRemaining()) {
                channel.write(sealed);
            }
            channel.force(true);
        }
        Files.move(beside, files.pages(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        files.syncFolder();
    }

    long length() {
        return length;
    }

    int pages() {
        return digests.size();
    }

    boolean fits(int page, byte[] digest) {
        return page < digests.size() && MessageDigest.isEqual(digests.get(page), digest);
    }

    private static int pages(long length) {
        return Math.toIntExact((length + PAGE - 1) / PAGE);
    }

    @Override
    public String toString() {
        return "PageSeal[" + length + " bytes, " + Arrays.hashCode(new int[] {digests.size()}) + "]";
    }
}
