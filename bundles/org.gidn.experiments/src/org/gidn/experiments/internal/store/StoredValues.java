// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.lang.ref.SoftReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gidn.experiments.internal.store.EvaluationRow.Column;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Values;

/**
 * The values of sets of evaluations. What was read is kept while there is memory, since figures and statistics ask for the
 * same sets, often at the same time. Thread-safe: who asks for what another thread reads waits for it.
 */
final class StoredValues {
    private final StoreReader reader;
    /** A set that has grown is another key. */
    private final Map<CandidateSet, SoftReference<Values>> kept = new HashMap<>();

    StoredValues(StoreReader reader) {
        this.reader = reader;
    }

    /** The values of some sets, one after the other, in arrays of the caller's own. */
    Values of(Collection<CandidateSet> sets) {
        Values all = empty(sets.stream().mapToLong(CandidateSet::size).sum());
        int from = 0;
        for (Values part : parts(sets)) {
            System.arraycopy(part.values(), 0, all.values(), from, part.size());
            System.arraycopy(part.predicted(), 0, all.predicted(), from, part.size());
            System.arraycopy(part.counts(), 0, all.counts(), from, part.size());
            from += part.size();
        }
        return all;
    }

    /** The values of some sets for a second or further objective. */
    double[] further(Collection<CandidateSet> sets, int objective) {
        double[] all = new double
                [Math.toIntExact(sets.stream().mapToLong(CandidateSet::size).sum())];
        reader.answer(store -> {
            int from = 0;
            for (CandidateSet set : sets) {
                double[] part = store.further(store.set(set.id(), set.size()), objective);
                System.arraycopy(part, 0, all, from, (int) set.size());
                from += (int) set.size();
            }
            return null;
        });
        return all;
    }

    private synchronized List<Values> parts(Collection<CandidateSet> sets) {
        List<Values> parts = new ArrayList<>();
        List<CandidateSet> missing = new ArrayList<>();
        List<Values> unread = new ArrayList<>();
        for (CandidateSet set : sets) {
            SoftReference<Values> reference = kept.get(set);
            Values values = reference == null ? null : reference.get();
            if (values == null) {
                values = empty(set.size());
                missing.add(set);
                unread.add(values);
            }
            parts.add(values);
        }
        if (!missing.isEmpty()) {
            read(missing, unread);
        }
        kept.values().removeIf(reference -> reference.get() == null);
        for (int i = 0; i < missing.size(); i++) {
            kept.put(missing.get(i), new SoftReference<>(unread.get(i)));
        }
        return parts;
    }

    private void read(List<CandidateSet> sets, List<Values> targets) {
        reader.answer(store -> {
            for (int i = 0; i < sets.size(); i++) {
                read(store, sets.get(i), targets.get(i));
            }
            return null;
        });
    }

    private static void read(CheckedReader store, CandidateSet known, Values target) throws SQLException {
        Row set = store.set(known.id(), known.size());
        boolean counted = set.integer("total") > set.integer("size");
        EnumSet<Column> columns = EnumSet.of(Column.VALUE, Column.PREDICTED);
        if (counted) {
            columns.add(Column.COUNT);
        }
        store.forEach(set, columns, row -> {
            if (row.position < target.size()) {
                target.values()[row.position] = row.value;
                target.predicted()[row.position] = row.predicted;
                target.counts()[row.position] = row.count;
            }
        });
    }

    private static Values empty(long size) {
        int length = Math.toIntExact(size);
        return new Values(new double[length], new double[length], new int[length]);
    }
}
