// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The pages of an SQLite file as they are, with what its write-ahead log has committed, whether SQLite can open it or not. See
 * <a href="https://www.sqlite.org/fileformat2.html">the file format</a>.
 */
final class PageFile implements AutoCloseable {
    /** What this program writes; taken for the size where the header does not tell one. */
    static final int PAGE_SIZE = 4096;

    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private final FileChannel channel;
    private final int pageSize;
    private final int count;
    /** Pages that the log has, by number. */
    private final Map<Integer, ByteBuffer> logged = new HashMap<>();

    PageFile(Path file) throws IOException {
        channel = FileChannel.open(file);
        pageSize = pageSize();
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.exists(log)) {
            try (FileChannel frames = FileChannel.open(log)) {
                readLog(frames);
            }
        }
        int pages = (int) ((channel.size() + pageSize - 1) / pageSize);
        count = logged.keySet().stream().reduce(pages, Math::max);
    }

    private int pageSize() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(18);
        channel.read(header, 0);
        int size = header.getShort(16) & 0xffff;
        return Integer.bitCount(size) == 1 && size >= 512 ? size : PAGE_SIZE;
    }

    /** Takes the frames up to the last commit before the first that is not whole, as SQLite does. */
    private void readLog(FileChannel log) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(LOG_HEADER);
        log.read(header, 0);
        int magic = header.getInt(0);
        if (magic >>> 1 != 0x377f0682 >>> 1 || header.getInt(8) != pageSize) {
            return;
        }
        ByteOrder order = (magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long salt = header.getLong(16);
        int[] sum = new int[2];
        add(sum, header, 0, FRAME_HEADER, order);
        if (sum[0] != header.getInt(24) || sum[1] != header.getInt(28)) {
            return;
        }
        Map<Integer, ByteBuffer> open = new HashMap<>();
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEADER + pageSize);
        for (long at = LOG_HEADER; log.read(frame.clear(), at) == frame.capacity(); at += frame.capacity()) {
            add(sum, frame, 0, 8, order);
            add(sum, frame, FRAME_HEADER, pageSize, order);
            if (frame.getLong(8) != salt || sum[0] != frame.getInt(16) || sum[1] != frame.getInt(20)) {
                return;
            }
            byte[] page = new byte[pageSize];
            frame.get(FRAME_HEADER, page);
            open.put(frame.getInt(0), ByteBuffer.wrap(page));
            if (frame.getInt(4) != 0) {
                logged.putAll(open);
                open.clear();
            }
        }
    }

    private static void add(int[] sum, ByteBuffer bytes, int from, int length, ByteOrder order) {
        ByteBuffer words = bytes.duplicate().order(order);
        for (int i = from; i < from + length; i += 8) {
            sum[0] += words.getInt(i) + sum[1];
            sum[1] += words.getInt(i + 4) + sum[0];
        }
    }

    /** Number of pages; the last may be cut off. */
    int count() {
        return count;
    }

    int size() {
        return pageSize;
    }

    /** A page, by its number from 1 on; what the file has not is 0. */
    ByteBuffer page(int number) throws IOException {
        ByteBuffer page = logged.get(number);
        if (page == null) {
            page = ByteBuffer.allocate(pageSize);
            long start = (number - 1L) * pageSize;
            while (page.hasRemaining() && channel.read(page, start + page.position()) > 0) {}
        }
        return page.duplicate().clear();
    }

    /** The pages that hold nothing, as far as the list of them can be followed. */
    BitSet free() throws IOException {
        BitSet free = new BitSet();
        int trunk = page(1).getInt(32);
        while (trunk > 1 && trunk <= count && !free.get(trunk)) {
            free.set(trunk);
            ByteBuffer page = page(trunk);
            int leaves = page.getInt(4);
            for (int i = 0; i < leaves && i < pageSize / 4 - 2; i++) {
                int leaf = page.getInt(8 + 4 * i);
                if (leaf > 1 && leaf <= count) {
                    free.set(leaf);
                }
            }
            trunk = page.getInt(0);
        }
        return free;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
