// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Recipe;
import org.gidn.experiments.catalogue.Configuration;

/** An evaluator of the catalogue. */
final class InstalledEvaluator implements EvaluatorSource {
    private final Evaluator here;
    private final Configuration configuration;
    /** Made when it is first asked for, since all jars are read for it. */
    private Recipe recipe;

    InstalledEvaluator(Evaluator here, Configuration configuration) {
        this.here = here;
        this.configuration = configuration;
    }

    @Override
    public Evaluator here() {
        return here;
    }

    @Override
    public synchronized Recipe recipe() {
        if (recipe == null) {
            recipe = configuration.recipe();
        }
        return recipe;
    }
}
