// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        // The set that is read and the next row of it.
        int[] at = {0, 0};
        reader.forEachEvaluation("value, predicted, count", sets, row -> {
            while (at[1] == targets.get(at[0]).size()) {
                at[0]++;
                at[1] = 0;
            }
            CandidateSet set = sets.get(at[0]);
            Values target = targets.get(at[0]);
            int i = at[1]++;
            target.values()[i] = StoreWriter.real(row, 1);
            target.predicted()[i] = StoreWriter.real(row, 2);
            target.counts()[i] = set.total() == set.size() ? 1 : row.getInt(3);
        });
    }

    private static Values empty(long size) {
        int length = Math.toIntExact(size);
        return new Values(new double[length], new double[length], new int[length]);
    }
}
