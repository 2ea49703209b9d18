// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.nio.file.Path;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Recipe;
import org.gidn.experiments.catalogue.Configuration;

/**
 * An evaluator of the catalogue.
 *
 * @since 1.0
 */
public final class InstalledEvaluator implements EvaluatorSource {
    private final Evaluator here;
    private final Configuration configuration;
    private final Path folder;
    /** Made when it is first asked for, since all jars are read for it. */
    private Recipe recipe;

    /**
     * @param here what was made; closed by whoever made it
     * @param configuration of what
     * @param folder from where settings that name files are seen
     */
    public InstalledEvaluator(Evaluator here, Configuration configuration, Path folder) {
        this.here = here;
        this.configuration = configuration;
        this.folder = folder;
    }

    @Override
    public Evaluator here() {
        return here;
    }

    @Override
    public synchronized Recipe recipe() {
        if (recipe == null) {
            recipe = configuration.recipe(folder, here.files());
        }
        return recipe;
    }
}
