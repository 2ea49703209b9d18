// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gidn.experiments.internal.store.PageRows.Cell;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Table.Type;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.internal.store.Tallies.Tally;

/**
 * Saves what is whole of a damaged database. Its pages are read one by one, so that what is lost is what stood on a damaged
 * page and nothing else. In the format before, which has no checksums, what looks like a row is taken for one.
 */
public final class Salvage {
    /**
     * What was saved.
     *
     * @param evaluations number of evaluations
     * @param runs number of runs
     * @param lost number of evaluations that are known to be missing
     * @param dropped number of rows of any table that were there, but not as they had been written
     */
    public record Saved(long evaluations, int runs, long lost, long dropped) {}

    private final PageFile file;
    private final Rebuild rebuild;
    private final Map<Key, Tally> tallies = new HashMap<>();
    private Schema schema;
    private long dropped;

    private Salvage(PageFile file, Connection saved) throws SQLException {
        this.file = file;
        this.rebuild = new Rebuild(saved);
    }

    /**
     * Copies all rows that are whole. Runs of which something is missing can be resumed, which computes it again.
     *
     * @param file the damaged database
     * @param copy the new one; must not exist
     */
    public static Saved copy(Path file, Path copy) throws IOException {
        try (PageFile pages = new PageFile(file);
                Connection saved = Database.openForWriting(copy)) {
            Saved outcome = new Salvage(pages, saved).run();
            saved.commit();
            return outcome;
        } catch (SQLException e) {
            throw Database.translate(e, copy);
        }
    }

    private Saved run() throws IOException, SQLException {
        PageRows rows = new PageRows(file);
        BitSet free = file.free();
        schema = schema(rows);
        for (int page = 1; page <= file.count(); page++) {
            if (!free.get(page)) {
                for (Cell cell : rows.on(page)) {
                    take(cell);
                }
            }
        }
        rebuild.finish(tallies);
        return new Saved(rebuild.evaluations(), rebuild.runs().size(), rebuild.lost(), dropped);
    }

    /** The format: what the first page says, or, if that is lost, this program's if one row has a right checksum. */
    private Schema schema(PageRows rows) throws IOException, SQLException {
        Schema checked = Schema.of(Schema.VERSION);
        int version = file.page(1).getInt(60);
        if (version >= Schema.COMPUTED && version <= Schema.VERSION) {
            return checked;
        }
        for (int page = 1; page <= file.count(); page++) {
            for (Cell cell : rows.on(page)) {
                for (Row row : candidates(cell, checked)) {
                    if (row.table().checked() && row.whole()) {
                        return checked;
                    }
                }
            }
        }
        return Schema.of(Schema.UNCHECKED);
    }

    private void take(Cell cell) throws SQLException {
        List<Row> candidates = candidates(cell, schema);
        for (Row row : candidates) {
            if (!row.table().checked() && schema.checked()) {
                tallies.put(
                        new Key((int) row.integer("run"), row.text("part"), row.text("name")),
                        new Tally(row.integer("size"), row.integer("sum")));
                return;
            }
            if (row.whole()) {
                rebuild.add(row);
                return;
            }
        }
        dropped += candidates.isEmpty() ? 0 : 1;
    }

    /** The rows that a cell may be, by the place, number and types of its values. */
    private static List<Row> candidates(Cell cell, Schema schema) {
        List<Row> rows = new ArrayList<>();
        for (Table table : schema.tables()) {
            if (table.clustered() == cell.clustered() && table.columns().size() == cell.values().length) {
                Object[] values = cell.values().clone();
                if (table.rowid() && values[0] == null) {
                    values[0] = cell.rowid();
                }
                boolean fits = true;
                for (int i = 0; i < values.length; i++) {
                    fits &= fits(table.columns().get(i), values, i);
                }
                if (fits) {
                    rows.add(new Row(table, values));
                }
            }
        }
        return rows;
    }

    /** SQLite stores a real number that is whole as an integer. */
    private static boolean fits(Table.Column column, Object[] values, int i) {
        if (column.type() == Type.REAL && values[i] instanceof Long whole) {
            values[i] = whole.doubleValue();
        }
        return switch (values[i]) {
            case null -> !column.required();
            case Long number -> column.type() == Type.INTEGER;
            case Double number -> column.type() == Type.REAL;
            case String text -> column.type() == Type.TEXT;
            default -> column.type() == Type.BLOB;
        };
    }
}
