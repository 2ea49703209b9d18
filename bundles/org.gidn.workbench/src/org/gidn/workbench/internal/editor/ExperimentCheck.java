// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.List;
import org.gidn.core.problem.Problem;
import org.gidn.experiments.Experiment;
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

    /**
     * What comes out.
     *
     * @param findings all that is wrong
     * @param experiment what the text says; null if something is wrong with it
     * @param problem what it states; null if something is wrong
     */
    public record Outcome(List<Finding> findings, Experiment experiment, Problem problem) {
        static Outcome wrong(List<Finding> findings) {
            return new Outcome(findings, null, null);
        }
    }

    /** Checks the text of an experiment file. Makes its parts, so it is no work for the UI thread. */
    public static Outcome of(Catalogue catalogue, String text) {
        try {
            Reading reading = new ExperimentReader(catalogue).read(text, Overrides.NONE);
            if (reading.experiment() == null) {
                return Outcome.wrong(reading.findings());
            }
            return new Outcome(List.of(), reading.experiment(), new Runner(catalogue).check(reading.experiment()));
        } catch (PlacedException e) {
            return Outcome.wrong(List.of(e.finding()));
        } catch (Throwable e) {
            return Outcome.wrong(List.of(new Finding(1, 1, Failures.sentence(e))));
        }
    }

    /** All that is wrong with the text of an experiment file; see {@link #of}. */
    public static List<Finding> findings(Catalogue catalogue, String text) {
        return of(catalogue, text).findings();
    }
}
