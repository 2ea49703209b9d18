// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal.formats;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.predictor.OnnxExport;
import org.gidn.core.predictor.Predictor;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;
import org.gidn.export.internal.Messages;

/** The predictor that a run trained last, as a neural network for other tools. */
public final class OnnxExporter implements Exporter {
    @Override
    public void export(RunExport run, Path file) throws IOException {
        try (Predictor predictor = run.predictor()
                .orElseThrow(() -> new InvalidInputException(NLS.bind(Messages.exportNoPredictor, run.number())))) {
            if (!(predictor instanceof OnnxExport network)) {
                throw new InvalidInputException(NLS.bind(Messages.exportPredictor, run.number()));
            }
            network.exportOnnx(file);
        }
    }
}
