// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.OptionalLong;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.work.Phase;

/**
 * Counts the evaluations that a run spends, and knows the best value that it has got for them. An evaluation is taken from
 * the budget before the work begins, and spent once it is done. Thread-safe.
 */
final class Ledger {
    private final Long budget;
    private long taken;
    private long spent;
    private double best = Double.NaN;

    /**
     * @param budget most evaluations; null if not limited
     */
    Ledger(Long budget) {
        this.budget = budget;
    }

    /** The evaluations that were done. */
    synchronized long spent() {
        return spent;
    }

    /** The evaluations that were done or are under way. */
    synchronized long taken() {
        return taken;
    }

    synchronized OptionalLong left() {
        return budget == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, budget - taken));
    }

    /** The best value; NaN if there is none. */
    synchronized double best() {
        return best;
    }

    synchronized void best(double value) {
        best = value;
    }

    /** Raises the count to that of a state from which the run goes on. */
    synchronized void raise(long count) {
        taken += Math.max(0, count - spent);
        spent = Math.max(spent, count);
    }

    BudgetSpentException exhausted() {
        return new BudgetSpentException(budget);
    }

    /** A piece of work that takes nothing yet. */
    Work begin() {
        return new Work();
    }

    /**
     * A piece of work, told how many of its evaluations are done; its end gives back those that are not.
     *
     * @param count the evaluations that it takes
     * @throws BudgetSpentException if there are not so many left; none is taken then
     */
    synchronized Work begin(long count) {
        require(count);
        Work work = new Work();
        work.take(count);
        return work;
    }

    /**
     * Looks whether there are so many evaluations left.
     *
     * @throws BudgetSpentException if not
     */
    synchronized void require(long count) {
        if (budget != null && taken + count > budget) {
            throw new BudgetSpentException(budget, budget - taken, "the next step takes " + count);
        }
    }

    /** See {@link #begin(long)}. */
    final class Work implements Phase {
        private long open;

        /** Takes so many evaluations more; returns whether so many were left. */
        boolean take(long count) {
            synchronized (Ledger.this) {
                if (budget != null && taken + count > budget) {
                    return false;
                }
                taken += count;
                open += count;
                return true;
            }
        }

        @Override
        public void advance(long steps) {
            synchronized (Ledger.this) {
                long done = Math.min(open, steps);
                open -= done;
                spent += done;
            }
        }

        /** Tells that all is done. */
        void finish() {
            advance(open);
        }

        @Override
        public void note(String text) {}

        @Override
        public void close() {
            synchronized (Ledger.this) {
                taken -= open;
                open = 0;
            }
        }
    }
}
