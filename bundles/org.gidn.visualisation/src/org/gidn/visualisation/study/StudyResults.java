// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Csv;
import org.gidn.experiments.WholeFile;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Study;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.StoreException;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.files.FigureFiles;
import org.gidn.visualisation.internal.Messages;

/**
 * What has come of a study.
 *
 * @param catalogue what is installed
 * @param study what was to be made
 * @param parts its parts with at least one run each, all of them done
 * @since 1.0
 */
public record StudyResults(Catalogue catalogue, Study study, List<PartRuns> parts) {
    public StudyResults {
        parts = List.copyOf(parts);
    }

    /** All measures of the study, part by part, without those that a part has not. */
    public List<Comparison> comparisons() {
        return parts.stream()
                .flatMap(part -> study.measures().stream().map(measure -> Comparison.of(part, measure)))
                .filter(row -> !(Double.isNaN(row.median()) && Double.isNaN(row.paper())))
                .toList();
    }

    /**
     * Writes the figures, each as SVG, PNG and its data as CSV, and the comparison with the printed values as {@code
     * STUDY.csv}.
     *
     * @param folder where to; files of the same names are replaced
     * @return the files' names without their endings
     * @throws InvalidInputException if there can be no such folder, or a bundle that draws is at fault
     * @throws StoreException if a file cannot be written to its end
     */
    public List<String> write(Path folder) {
        List<String> names = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String kind : study.together()) {
                for (Figure figure : StudyFigureKind.of(kind).figures(this)) {
                    names.add(write(figure, folder, ""));
                }
            }
            for (PartRuns part : parts) {
                for (RunResults run : part.runs()) {
                    String seed =
                            part.runs().size() == 1 ? "" : "seed-" + run.run().seed() + "-";
                    String prefix = parts.size() == 1 ? seed : part.part().fileName() + "-" + seed;
                    for (String kind : study.figures()) {
                        for (Figure figure : FigureKind.of(kind).figures(run)) {
                            names.add(write(figure, folder, prefix));
                        }
                    }
                }
            }
            if (!study.measures().isEmpty()) {
                WholeFile.at(folder.resolve(study.id() + ".csv"))
                        .write(unfinished -> Files.writeString(unfinished, csv()));
                names.add(study.id());
            }
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.studyUnwritable, folder), e);
        }
        return names;
    }

    private static String write(Figure figure, Path folder, String prefix) {
        String name = prefix + figure.title().replace(",", "").replaceAll("[^\\p{L}0-9.]+", "-");
        for (String suffix : List.of("svg", "pdf", "png", "csv")) {
            FigureFiles.write(figure, folder.resolve(name + "." + suffix));
        }
        return name;
    }

    private String csv() {
        StringBuilder text = new StringBuilder();
        Csv.append(
                text,
                List.of("part", "source", "quantity", "median", "least", "greatest", "runs", "paper", "difference"));
        for (Comparison row : comparisons()) {
            Csv.append(
                    text,
                    List.of(
                            row.part(),
                            row.measure().source(),
                            row.label(),
                            Csv.number(row.median()),
                            Csv.number(row.least()),
                            Csv.number(row.greatest()),
                            Integer.toString(row.values().length),
                            Csv.number(row.paper()),
                            Csv.number(row.difference())));
        }
        return text.toString();
    }
}
