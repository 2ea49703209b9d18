// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.ArrayDeque;
import java.util.Deque;

/** The steps in which a design was changed by hand, back to the design as it was found. */
final class DesignHistory {
    private final Deque<double[]> before = new ArrayDeque<>();
    private final Deque<double[]> after = new ArrayDeque<>();
    private double[] now;

    /** Begins with a design; forgets all steps. */
    void begin(double[] design) {
        before.clear();
        after.clear();
        now = design;
    }

    /** The design was changed; what had been undone is forgotten. */
    void change(double[] design) {
        before.push(now);
        after.clear();
        now = design;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    /** The design before the last step. */
    double[] undo() {
        after.push(now);
        now = before.pop();
        return now;
    }

    /** The design after the step that was undone last. */
    double[] redo() {
        before.push(now);
        now = after.pop();
        return now;
    }
}
