// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the records on the pages of an SQLite file one page after the other, without following the tree from its root, so that
 * damage to one page hides no other one. A cell that is no record is left out.
 */
final class PageRows {
    private static final int TABLE_LEAF = 0x0d;
    private static final int INDEX_LEAF = 0x0a;
    private static final int INDEX_INNER = 0x02;
    private static final int MOST_COLUMNS = 64;

    private final PageFile file;

    PageRows(PageFile file) {
        this.file = file;
    }

    /**
     * A record.
     *
     * @param clustered whether it lies in an index, as the rows of a table WITHOUT ROWID do
     * @param rowid its row number; 0 in an index
     * @param values {@code Long}, {@code Double}, {@code String}, {@code byte[]} or null
     */
    record Cell(boolean clustered, long rowid, Object[] values) {}

    /** The records on a page; none if it is no page of rows. */
    List<Cell> on(int number) throws IOException {
        ByteBuffer page = file.page(number);
        int header = number == 1 ? 100 : 0;
        int type = page.get(header);
        List<Cell> cells = new ArrayList<>();
        if (type != TABLE_LEAF && type != INDEX_LEAF && type != INDEX_INNER) {
            return cells;
        }
        int pointers = header + (type == INDEX_INNER ? 12 : 8);
        int count = Math.min(page.getShort(header + 3) & 0xffff, (file.size() - pointers) / 2);
        for (int i = 0; i < count; i++) {
            try {
                page.position(page.getShort(pointers + 2 * i) & 0xffff);
                cells.add(cell(page, type));
            } catch (RuntimeException e) {
                // Not a record: a length or a place in it leads out of the page.
                continue;
            }
        }
        return cells;
    }

    private Cell cell(ByteBuffer page, int type) throws IOException {
        if (type == INDEX_INNER) {
            page.getInt();
        }
        long length = varint(page);
        long rowid = type == TABLE_LEAF ? varint(page) : 0;
        return new Cell(type != TABLE_LEAF, rowid, values(payload(page, length, type == TABLE_LEAF)));
    }

    /** The bytes of a record, of which a long one has the rest on pages of its own. */
    private ByteBuffer payload(ByteBuffer page, long length, boolean table) throws IOException {
        if (length < 1 || length > (long) file.count() * file.size()) {
            throw new IllegalArgumentException("no record is so long");
        }
        int size = file.size();
        int most = table ? size - 35 : (size - 12) * 64 / 255 - 23;
        int least = (size - 12) * 32 / 255 - 23;
        int local = (int) length;
        if (length > most) {
            int rest = least + (int) ((length - least) % (size - 4));
            local = rest <= most ? rest : least;
        }
        byte[] bytes = new byte[(int) length];
        page.get(bytes, 0, local);
        int next = local < length ? page.getInt() : 0;
        while (local < length) {
            if (next < 2 || next > file.count()) {
                throw new IllegalArgumentException("the rest of the record is lost");
            }
            ByteBuffer overflow = file.page(next);
            next = overflow.getInt();
            int part = (int) Math.min(size - 4, length - local);
            overflow.get(bytes, local, part);
            local += part;
        }
        return ByteBuffer.wrap(bytes);
    }

    private static Object[] values(ByteBuffer record) {
        int end = (int) varint(record);
        ByteBuffer body = record.duplicate().position(end);
        List<Object> values = new ArrayList<>();
        while (record.position() < end) {
            if (values.size() == MOST_COLUMNS) {
                throw new IllegalArgumentException("no table has so many columns");
            }
            values.add(value(body, varint(record)));
        }
        return values.toArray();
    }

    private static Object value(ByteBuffer body, long type) {
        return switch ((int) Math.min(type, 12)) {
            case 0 -> null;
            case 1 -> integer(body, 1);
            case 2 -> integer(body, 2);
            case 3 -> integer(body, 3);
            case 4 -> integer(body, 4);
            case 5 -> integer(body, 6);
            case 6 -> integer(body, 8);
            case 7 -> body.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            case 12 -> {
                byte[] bytes = new byte[Math.toIntExact(Math.min((type - 12) / 2, body.remaining() + 1L))];
                body.get(bytes);
                yield type % 2 == 0 ? bytes : new String(bytes, StandardCharsets.UTF_8);
            }
            default -> throw new IllegalArgumentException("no type of SQLite's");
        };
    }

    private static Long integer(ByteBuffer body, int bytes) {
        long value = body.get();
        for (int i = 1; i < bytes; i++) {
            value = value << 8 | body.get() & 0xff;
        }
        return value;
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = bytes.get();
            value = value << 7 | next & 0x7f;
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | bytes.get() & 0xff;
    }
}
