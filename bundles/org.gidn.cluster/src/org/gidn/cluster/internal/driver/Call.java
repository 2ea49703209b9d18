// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gidn.cluster.internal.spool.Answer;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.execution.Task;

/** A batch that waits for its values. All methods are called with the pool's lock. */
final class Call {
    private final Task task;
    private final Evaluations results;
    private final boolean[] placed;
    /** Places that nobody has been asked for. */
    private final Deque<Integer> open = new ArrayDeque<>();
    /** Answers whose files can go when this batch is stored. */
    private final List<String> used = new ArrayList<>();

    private int missing;
    private long told;
    private RuntimeException failure;

    Call(Task task, int outputs) {
        this.task = task;
        this.results = new Evaluations(task.designs().size(), outputs);
        this.placed = new boolean[task.designs().size()];
        this.missing = placed.length;
    }

    Task task() {
        return task;
    }

    void open(int place) {
        open.add(place);
    }

    int open() {
        return open.size();
    }

    /** The next places to ask for, no more than so many. */
    int[] next(int most) {
        int[] places = new int[Math.min(most, open.size())];
        for (int i = 0; i < places.length; i++) {
            places[i] = open.poll();
        }
        return places;
    }

    /** The part of the task at some places. */
    Task part(int[] places) {
        DesignBatch designs = task.designs().select(places);
        long[] seeds = null;
        if (task.noise() != null) {
            seeds = new long[places.length];
            for (int i = 0; i < places.length; i++) {
                seeds[i] = task.noise().seeds()[places[i]];
            }
        }
        return new Task(task.evaluator(), designs, task.gradients(), seeds == null ? null : new Noise(seeds));
    }

    /** Takes a value, unless one is there already: work that was done twice counts once. */
    void place(int place, Answer answer, int row) {
        if (placed[place]) {
            return;
        }
        placed[place] = true;
        missing--;
        Evaluations from = answer.results();
        if (from.failure(row) != null) {
            results.fail(place, from.failure(row));
            return;
        }
        for (int output = 0; output < from.outputs(); output++) {
            results.set(place, output, from.measured(row, output));
        }
        if (from.gradient(row) != null) {
            results.setGradient(place, from.gradient(row));
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
        return failure != null || missing == 0;
    }

    int missing() {
        return missing;
    }

    /** How many values have come since this was asked last. */
    long news() {
        long done = placed.length - missing;
        long news = done - told;
        told = done;
        return news;
    }

    /**
     * All values.
     *
     * @throws RuntimeException if there are none
     */
    Evaluations results() {
        if (failure != null) {
            throw failure;
        }
        return results;
    }
}
