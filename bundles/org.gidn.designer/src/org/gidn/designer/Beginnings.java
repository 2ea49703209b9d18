// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;

/**
 * What a search learns from at a time. It stays in one family of designs once it has found a good one, so that where nothing better
 * is found any more it begins anew, from other random designs and from these alone. After every second beginning it goes on from
 * all that is known, where the families meet. Depends on the order of what was evaluated alone.
 */
final class Beginnings {
    /** What counts as a stall, as a share of what a beginning needed for its best design. */
    private static final double SHARE = 0.5;

    private final Problem problem;
    private final int stall;
    private final KnownDesigns known;
    private KnownDesigns learned;
    /** How many beginnings there were, and whether the latest ended in all that is known. */
    private int begun = 1;

    private boolean joined;
    /** So many designs were known when what is learned from was chosen. */
    private int from;

    /** @param stall after so many evaluations without a better design another beginning is due, at least; 0 for never */
    Beginnings(Problem problem, int stall) {
        this.problem = problem;
        this.stall = stall;
        known = new KnownDesigns(problem.space().variables());
        learned = new KnownDesigns(problem.space().variables());
    }

    /** All designs of the run. */
    KnownDesigns known() {
        return known;
    }

    /** Those that are learned from. */
    KnownDesigns learned() {
        return learned;
    }

    /** Whether it is time for other random designs. */
    boolean anewNext() {
        return stalled() && !joinsNext();
    }

    /** Goes on from all that is known if it is time to. */
    void joinIfDue() {
        if (stalled() && joinsNext()) {
            learned = known;
            joined = true;
            from = learned.size();
        }
    }

    /** Takes in what was evaluated. Random designs are another beginning if it is time for one. */
    void add(Candidates batch, Evaluations results) {
        if (batch.source().equals(Candidates.SAMPLE) && anewNext()) {
            learned = new KnownDesigns(problem.space().variables());
            joined = false;
            from = 0;
            begun++;
        } else if (batch.source().equals(Candidates.INVERSE)) {
            joinIfDue();
        }
        known.add(batch.designs(), results);
        learned.add(batch.designs(), results);
    }

    private boolean joinsNext() {
        return begun % 2 == 0 && !joined;
    }

    /** Of several objectives none is the best, so that a search for these does not stall. */
    private boolean stalled() {
        if (stall == 0 || problem.objectives().size() > 1) {
            return false;
        }
        int needed = Math.max(new Responses(problem, learned, 1).leader() + 1 - from, 0);
        return learned.size() - from - needed >= Math.max(stall, SHARE * needed);
    }
}
