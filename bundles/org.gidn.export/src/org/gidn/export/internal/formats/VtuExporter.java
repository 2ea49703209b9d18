// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal.formats;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.VtuWriter;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;
import org.gidn.export.internal.Messages;

/** Displacements, strains and stresses of the best design, computed anew. */
public final class VtuExporter implements Exporter {
    @Override
    public void export(RunExport run, Path file) throws IOException {
        double[] best = best(run);
        try (Evaluator evaluator = run.evaluator();
                Writer out = Files.newBufferedWriter(file)) {
            if (!(evaluator instanceof FieldEvaluator fields)) {
                throw new InvalidInputException(NLS.bind(Messages.exportNoFields, run.number()));
            }
            VtuWriter.write(fields.fields(best), out);
        }
    }

    /** The best design of a run. */
    static double[] best(RunExport run) {
        List<FoundDesign> best = run.results().best(1);
        if (best.isEmpty()) {
            throw new InvalidInputException(NLS.bind(Messages.exportNoDesign, run.number()));
        }
        return best.get(0).designs().toArray(0);
    }
}
