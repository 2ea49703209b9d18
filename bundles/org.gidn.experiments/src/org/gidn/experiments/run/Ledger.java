// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.OptionalLong;
import org.gidn.core.run.BudgetSpentException;

/** Counts the evaluations that a run spends. Thread-safe. */
final class Ledger {
    private final Long budget;
    private long spent;

    /**
     * @param budget most evaluations; null if not limited
     */
    Ledger(Long budget) {
        this.budget = budget;
    }

    synchronized long spent() {
        return spent;
    }

    synchronized OptionalLong left() {
        return budget == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, budget - spent));
    }

    /** Spends one evaluation if there is one left. */
    synchronized boolean trySpend() {
        if (budget != null && spent >= budget) {
            return false;
        }
        spent++;
        return true;
    }

    /**
     * Spends evaluations.
     *
     * @throws BudgetSpentException if there are not so many left; none is spent then
     */
    synchronized void spend(long count) {
        if (budget != null && spent + count > budget) {
            throw exhausted();
        }
        spent += count;
    }

    /** Raises the count to that of a state from which the run goes on. */
    synchronized void raise(long count) {
        spent = Math.max(spent, count);
    }

    BudgetSpentException exhausted() {
        return new BudgetSpentException(budget);
    }
}
