package org.gidn.visualisation.internal.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.predictor.OnnxExport;
import org.gidn.core.predictor.Predictor;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.visualisation.export.Exporter;
import org.gidn.visualisation.export.RunExport;

/** The predictor that a run trained last, as a neural network for other tools. */
public final class OnnxExporter implements Exporter {
    private static final Pattern MODEL = Pattern.compile("predictor-(\\d+)\\.zip");

    @Override
    public void export(RunExport run, Path file) throws IOException {
        Path model = lastModel(run);
        try (Predictor predictor = predictor(run)) {
            if (!(predictor instanceof OnnxExport network)) {
                throw new InvalidInputException(
                        "The predictor of run " + run.number() + " cannot be written in this format.");
            }
            predictor.restore(model);
            network.exportOnnx(file);
        }
    }

    private static Path lastModel(RunExport run) {
        return run.results().files().stream()
                .filter(path -> iteration(path) >= 0)
                .max(Comparator.comparingInt(OnnxExporter::iteration))
                .orElseThrow(() -> new InvalidInputException(
                        "Run " + run.number() + " has trained no predictor that could be written."));
    }

    private static int iteration(Path file) {
        Matcher matcher = MODEL.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** The predictor that stands in the optimiser's settings, untrained. */
    private static Predictor predictor(RunExport run) {
        List<Configuration> predictors = run.experiment().optimiser().values().values().stream()
                .filter(Configuration.class::isInstance)
                .map(Configuration.class::cast)
                .filter(each -> each.extension().point().equals(Points.PREDICTORS))
                .toList();
        if (predictors.isEmpty()) {
            throw new InvalidInputException("The method of run " + run.number() + " has no predictor.");
        }
        return run.catalogue().create(predictors.get(0), Predictor.class);
    }
}
