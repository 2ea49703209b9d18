// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gidn.cluster.internal.spool.Answer;
import org.gidn.cluster.internal.spool.Results;
import org.gidn.cluster.internal.spool.Work;

/** Work that waits for its results. All methods are called with the ledger's lock. */
final class Call {
    private final Work work;
    private final Results results;
    private final boolean[] placed;
    /** Items that nobody has been asked for. */
    private final Deque<Integer> open = new ArrayDeque<>();
    /** Answers whose files can go when this work's results are stored. */
    private final List<String> used = new ArrayList<>();
    /** Items whose results have come since this was asked last. */
    private List<Integer> news = new ArrayList<>();

    private int missing;
    private RuntimeException failure;

    /** @param outputs how many values a design has */
    Call(Work work, int outputs) {
        this.work = work;
        this.results = work.empty(outputs);
        this.placed = new boolean[work.size()];
        this.missing = placed.length;
    }

    Work work() {
        return work;
    }

    void open(int item) {
        open.add(item);
    }

    int open() {
        return open.size();
    }

    /** The next items to ask for, no more than so many. */
    int[] next(int most) {
        int[] items = new int[Math.min(most, open.size())];
        for (int i = 0; i < items.length; i++) {
            items[i] = open.poll();
        }
        return items;
    }

    /** Takes a result, unless one is there already: work that was done twice counts once. */
    void place(int item, Answer answer, int other) {
        if (!placed[item]) {
            placed[item] = true;
            missing--;
            results.put(item, answer.results(), other);
            news.add(item);
        }
    }

    void used(String answer) {
        used.add(answer);
    }

    List<String> used() {
        return used;
    }

    void fail(RuntimeException why) {
        if (failure == null) {
            failure = why;
        }
    }

    boolean ended() {
        return missing == 0 || failure != null;
    }

    int missing() {
        return missing;
    }

    /** The items whose results have come since this was asked last. */
    List<Integer> news() {
        List<Integer> told = news;
        news = new ArrayList<>();
        return told;
    }

    /**
     * All results.
     *
     * @throws RuntimeException if there are none
     */
    Results results() {
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    /** The results that are there so far. */
    Results soFar() {
        return results;
    }
}
