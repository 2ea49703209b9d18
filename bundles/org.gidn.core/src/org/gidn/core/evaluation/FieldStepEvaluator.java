// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.util.List;
import java.util.Objects;
import org.gidn.core.design.DesignLayout;

/**
 * An evaluator that can show what happens inside a design one step after the other, such as a crack that grows.
 *
 * @since 1.0
 */
public interface FieldStepEvaluator extends FieldEvaluator {
    /**
     * One step.
     *
     * @param name what distinguishes it, for people
     * @param layout how the specimen is drawn in this step
     * @param fields what happens in it
     */
    record FieldStep(String name, DesignLayout layout, Fields fields) {
        public FieldStep {
            Objects.requireNonNull(name, "a step needs a name");
            Objects.requireNonNull(layout, "a step needs a layout");
            Objects.requireNonNull(fields, "a step needs fields");
        }
    }

    /**
     * The steps of one design in their order, at least one. Thread-safe.
     *
     * @param design one value a variable
     * @throws org.gidn.core.InvalidInputException if the design has another size or a value out of range
     */
    List<FieldStep> steps(double[] design);
}
