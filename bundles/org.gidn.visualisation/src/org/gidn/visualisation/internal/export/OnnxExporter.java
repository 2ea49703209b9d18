package org.gidn.visualisation.internal.export;

import java.io.IOException;
import java.nio.file.Path;
import org.gidn.core.InvalidInputException;
import org.gidn.core.predictor.OnnxExport;
import org.gidn.core.predictor.Predictor;
import org.gidn.visualisation.export.Exporter;
import org.gidn.visualisation.export.RunExport;

/** The predictor that a run trained last, as a neural network for other tools. */
public final class OnnxExporter implements Exporter {
    @Override
    public void export(RunExport run, Path file) throws IOException {
        try (Predictor predictor = run.predictor()
                .orElseThrow(() -> new InvalidInputException(
                        "Run " + run.number() + " has trained no predictor that could be written."))) {
            if (!(predictor instanceof OnnxExport network)) {
                throw new InvalidInputException(
                        "The predictor of run " + run.number() + " cannot be written in this format.");
            }
            network.exportOnnx(file);
        }
    }
}
