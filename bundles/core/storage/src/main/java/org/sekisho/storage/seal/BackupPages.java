package org.sekisho.storage.seal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * The pages in {@code .backup} (HSQLDB 2.7, RAShadowFile): each four bytes of page size, eight of where it was, and the page.
 *
 * @param pages whole ones, in the order they were kept
 * @param length up to which byte there are whole pages
 * @param flags of the first page, where it is among them
 * @param torn whether a crash left the beginning of another behind them
 */
record BackupPages(List<Page> pages, long length, OptionalInt flags, boolean torn) {

    private static final int HEAD = Integer.BYTES + Long.BYTES;

    /** What a page takes in the backup. */
    static final int ENTRY = HEAD + PageSeal.PAGE;

    /** One page: which, its digest as far as it was used, and where it stands in the backup. */
    @SuppressWarnings("ArrayRecordComponent")
    record Page(int number, byte[] digest, long offset) {}

    /** @param used how much of {@code .data} was used at the checkpoint */
    static BackupPages read(Path backup, long used) throws IOException {
        long size = Files.size(backup);
        List<Page> pages = new ArrayList<>();
        long at = 0;
        OptionalInt flags = OptionalInt.empty();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(backup), 1 << 17))) {
            while (at + HEAD + PageSeal.PAGE <= size) {
                int pageSize = in.readInt();
                long position = in.readLong();
                byte[] page = in.readNBytes(PageSeal.PAGE);
                pages.add(page(pageSize, position, page, used, at));
                if (position == 0 && flags.isEmpty()) {
                    flags = OptionalInt.of(DataPages.flags(page));
                }
                at += HEAD + PageSeal.PAGE;
            }
        }
        return new BackupPages(List.copyOf(pages), at, flags, at < size);
    }

    /**
     * The numbers of its pages alone.
     *
     * @throws IOException also when there is something else in it than whole pages
     */
    static BitSet numbers(Path backup) throws IOException {
        BitSet numbers = new BitSet();
        try (FileChannel channel = FileChannel.open(backup, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            for (long at = 0; at < size; at += HEAD + PageSeal.PAGE) {
                head.clear();
                boolean whole = channel.read(head, at) == HEAD && at + HEAD + PageSeal.PAGE <= size;
                long page = whole && head.getInt(0) == PageSeal.PAGE ? head.getLong(Integer.BYTES) / PageSeal.PAGE : -1;
                if (page < 0) {
                    throw new IOException("no page at byte " + at + " of " + backup.getFileName());
                }
                numbers.set(Math.toIntExact(page));
            }
        }
        return numbers;
    }

    /** A head that HSQLDB did not write gives a digest that fits no page. */
    private static Page page(int pageSize, long position, byte[] page, long used, long offset) {
        boolean whole = pageSize == PageSeal.PAGE && position >= 0 && position < used && position % PageSeal.PAGE == 0;
        if (!whole) {
            return new Page(0, new byte[0], offset);
        }
        int number = (int) (position / PageSeal.PAGE);
        int length = (int) Math.min(PageSeal.PAGE, used - position);
        return new Page(number, DataPages.digest(number, Arrays.copyOf(page, length)), offset);
    }
}
