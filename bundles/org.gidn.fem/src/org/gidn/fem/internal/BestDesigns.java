// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best of many binary designs of at most 62 variables. Of equal values the lesser number counts as better. */
final class BestDesigns {
    /** A design, bit j being variable j, with its value. */
    record Entry(long design, double value) {}

    private static final Comparator<Entry> WORST_FIRST = Comparator.comparingDouble(Entry::value)
            .thenComparing(Comparator.comparingLong(Entry::design).reversed());

    private final int most;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(WORST_FIRST);
    /** What a value must at least reach. */
    private double threshold = Double.NEGATIVE_INFINITY;

    BestDesigns(int most) {
        this.most = most;
    }

    void offer(long design, double value) {
        if (value >= threshold && most > 0) {
            entries.add(new Entry(design, value));
            if (entries.size() > most) {
                entries.poll();
            }
            threshold = entries.size() == most ? entries.peek().value : threshold;
        }
    }

    void offerAll(BestDesigns others) {
        others.entries.forEach(entry -> offer(entry.design, entry.value));
    }

    /** The best designs, best first. */
    List<Entry> sorted() {
        return entries.stream().sorted(WORST_FIRST.reversed()).toList();
    }
}
