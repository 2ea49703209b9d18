// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gidn.core.run.Artefact;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.RunFile;

/**
 * The way of one of the designer's starts through the space of designs, from a run's files of the kind {@link Artefact#PATHS} with
 * the columns {@code start}, {@code step}, {@code x0}, {@code x1} and so on.
 *
 * @param iteration of the method, from 0
 * @param start what the start is called in the file
 * @param steps one value a variable for each step; between levels, whatever the blocks are
 * @since 1.0
 */
public record DesignPath(int iteration, String start, double[][] steps) {
    /**
     * All ways that a run has recorded, as they stand in its files.
     *
     * @throws org.gidn.core.InvalidInputException if a file is damaged
     */
    public static List<DesignPath> of(RunResults results) {
        return results.artefacts(Artefact.PATHS).stream()
                .flatMap(file -> read(file, results.run().space().variables()).stream())
                .toList();
    }

    /** The ways in one file. */
    public static List<DesignPath> read(RunFile file, int variables) {
        Table table = Csv.read(file.path());
        List<String> starts = table.texts("start");
        double[][] columns = IntStream.range(0, variables)
                .mapToObj(variable -> table.numbers("x" + variable))
                .toArray(double[][]::new);
        Map<String, List<double[]>> paths = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            double[] step = new double[variables];
            for (int variable = 0; variable < variables; variable++) {
                step[variable] = columns[variable][row];
            }
            paths.computeIfAbsent(starts.get(row), start -> new ArrayList<>()).add(step);
        }
        return paths.entrySet().stream()
                .map(path -> new DesignPath(
                        file.number(), path.getKey(), path.getValue().toArray(double[][]::new)))
                .toList();
    }
}
