// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.List;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Reading;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.run.Runner;
import org.gidn.experiments.text.Finding;
import org.gidn.experiments.text.PlacedException;
import org.gidn.workbench.internal.Failures;

/** Finds out what is wrong with an experiment, as running it would. */
public final class ExperimentCheck {
    private ExperimentCheck() {}

    /** All that is wrong with the text of an experiment file. Makes its parts, so it is no work for the UI thread. */
    public static List<Finding> findings(Catalogue catalogue, String text) {
        try {
            Reading reading = new ExperimentReader(catalogue).read(text, Overrides.NONE);
            if (reading.experiment() == null) {
                return reading.findings();
            }
            new Runner(catalogue).check(reading.experiment());
            return List.of();
        } catch (PlacedException e) {
            return List.of(e.finding());
        } catch (Throwable e) {
            return List.of(new Finding(1, 1, Failures.sentence(e)));
        }
    }
}
