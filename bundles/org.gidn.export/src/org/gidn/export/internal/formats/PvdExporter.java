// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldStepEvaluator;
import org.gidn.core.evaluation.FieldStepEvaluator.FieldStep;
import org.gidn.core.evaluation.VtuSeries;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;
import org.gidn.export.internal.Messages;

/** The steps that the best design goes through, computed anew. */
public final class PvdExporter implements Exporter {
    @Override
    public void export(RunExport run, Path file) throws IOException {
        double[] best = VtuExporter.best(run);
        try (Evaluator evaluator = run.evaluator()) {
            if (!(evaluator instanceof FieldStepEvaluator shown)) {
                throw new InvalidInputException(NLS.bind(Messages.exportNoSteps, run.number()));
            }
            List<FieldStep> steps = shown.steps(best);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                VtuSeries.write(steps, out);
            }
        }
    }
}
