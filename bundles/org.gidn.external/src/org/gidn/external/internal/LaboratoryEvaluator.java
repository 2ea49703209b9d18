// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.external.internal.declared.OutputsText;
import org.gidn.external.internal.declared.VariablesText;

/**
 * What people measure: it says what a specimen consists of and what is measured of it, and computes nothing.
 *
 * @param space what a specimen consists of
 * @param outputs what is measured
 */
public record LaboratoryEvaluator(DesignSpace space, List<Output> outputs) implements Evaluator {
    @Override
    public boolean computes() {
        return false;
    }

    /**
     * @throws InvalidInputException always
     */
    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        throw new InvalidInputException(
                "These designs are measured by people, so that nothing can compute them; go on with"
                        + " 'gidn ask' and 'gidn tell', or in the view Laboratory.");
    }

    /** Makes it from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new LaboratoryEvaluator(
                    VariablesText.space(VariablesText.parse(settings.text("variables"))),
                    OutputsText.parse(settings.text("outputs")));
        }
    }
}
