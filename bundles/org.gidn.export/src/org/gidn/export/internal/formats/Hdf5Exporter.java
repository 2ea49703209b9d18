// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal.formats;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.VtuWriter;
import org.gidn.core.problem.Output;
import org.gidn.experiments.project.ResultColumns;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Metric;
import org.gidn.experiments.project.RunResults.Values;
import org.gidn.experiments.text.Json;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;
import org.gidn.export.internal.Hdf5Table;

/**
 * All evaluations and metrics as HDF5. With n evaluations of v variables for m objectives the file has the datasets {@code
 * designs} (n × v; whole numbers 0 and 1 if binary), {@code values} (n × m; NaN where an evaluation failed), {@code predicted}
 * (of the first objective; NaN where nothing was predicted), {@code count}, {@code iteration}, {@code failure} (why there is
 * no value; empty if there is one) and {@code source} (n each; sources are numbers whose names are the attribute {@code
 * sources}), and a group {@code metrics} with {@code iteration}, {@code step} and {@code value} for each series. The root's
 * attributes tell what was run; {@code objectives} and {@code units} belong to the columns of {@code values}; {@code rows}
 * and {@code columns} shape a binary design; {@code strain} says what a shear is.
 */
public final class Hdf5Exporter implements Exporter {
    /** jHDF tells the user about every dataset that it writes, and that it is new to writing; our tests read files back. */
    private static final Logger LIBRARY = Logger.getLogger("io.jhdf");

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    @Override
    public void export(RunExport run, Path file) throws IOException {
        RunResults results = run.results();
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            attributes(hdf, results.run());
            evaluations(hdf, results);
            metrics(hdf.putGroup("metrics"), results);
        }
    }

    private static void attributes(WritableGroup root, RunRecord run) {
        root.putAttribute("title", run.title());
        root.putAttribute("optimiser", run.optimiser());
        root.putAttribute("state", run.state().toString());
        root.putAttribute("seed", run.seed());
        root.putAttribute("evaluations", run.evaluations());
        root.putAttribute("objectives", texts(run, Output::name));
        root.putAttribute("units", texts(run, Output::unit));
        root.putAttribute(Hdf5Table.COLUMNS, texts(run, ResultColumns::of));
        root.putAttribute("strain", VtuWriter.SHEAR);
        run.space().picture().ifPresent(block -> {
            root.putAttribute("rows", block.rows());
            root.putAttribute("columns", block.columns());
        });
        blocks(root.putGroup(Hdf5Table.BLOCKS), run.space());
        root.putAttribute("settings", Json.write(run.settings()));
        root.putAttribute("versions", Json.write(run.versions()));
    }

    /** A group a block: which columns of the designs are its own, and what they mean. */
    private static void blocks(WritableGroup group, DesignSpace space) {
        for (int number = 0; number < space.blocks().size(); number++) {
            Block block = space.blocks().get(number);
            WritableGroup own = group.putGroup(block.name());
            own.putAttribute("kind", block.kind().name().toLowerCase(Locale.ROOT));
            own.putAttribute("first", space.first(number));
            own.putAttribute("variables", block.variables());
            own.putAttribute("unit", block.unit());
            if (block.picture()) {
                own.putAttribute("rows", block.rows());
                own.putAttribute("columns", block.columns());
            }
            if (!block.levels().isEmpty()) {
                own.putAttribute(
                        "levels",
                        block.levels().stream().map(level -> level.name()).toArray(String[]::new));
            }
        }
    }

    private static String[] texts(RunRecord run, Function<Output, String> text) {
        return run.outputs().stream().map(text).toArray(String[]::new);
    }

    private static void evaluations(WritableGroup root, RunResults results) {
        List<CandidateSet> sets = EvaluationTable.sets(results);
        List<String> sources =
                sets.stream().map(CandidateSet::source).distinct().toList();
        Values values = results.values(sets);
        int size = values.size();
        byte[] source = new byte[size];
        int[] iteration = new int[size];
        int at = 0;
        for (CandidateSet set : sets) {
            for (long i = 0; i < set.size(); i++) {
                source[at] = (byte) sources.indexOf(set.source());
                iteration[at++] = set.iteration();
            }
        }
        if (size == 0) {
            return;
        }
        root.putAttribute("sources", sources.toArray(String[]::new));
        DesignSpace space = results.run().space();
        root.putDataset("designs", designs(results.designs(sets)));
        root.putDataset(
                "variables",
                IntStream.range(0, space.variables())
                        .mapToObj(space::variableName)
                        .toArray(String[]::new));
        root.putDataset("values", values(results, sets, size));
        root.putDataset("predicted", values.predicted());
        root.putDataset("count", values.counts());
        root.putDataset("iteration", iteration);
        root.putDataset("source", source);
        String[] failures = new String[size];
        Arrays.fill(failures, "");
        results.failures(sets).forEach((place, reason) -> failures[place] = reason);
        root.putDataset("failure", failures);
    }

    private static double[][] values(RunResults results, List<CandidateSet> sets, int size) {
        int objectives = results.run().outputs().size();
        double[][] values = new double[size][objectives];
        for (int objective = 0; objective < objectives; objective++) {
            double[] column = results.values(sets, objective);
            for (int i = 0; i < size; i++) {
                values[i][objective] = column[i];
            }
        }
        return values;
    }

    private static Object designs(DesignBatch designs) {
        if (!designs.packed()) {
            double[][] numbers = new double[designs.size()][];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = designs.toArray(i);
            }
            return numbers;
        }
        byte[][] bits = new byte[designs.size()][designs.variables()];
        for (int i = 0; i < bits.length; i++) {
            for (int j = 0; j < bits[i].length; j++) {
                bits[i][j] = (byte) designs.value(i, j);
            }
        }
        return bits;
    }

    private static void metrics(WritableGroup group, RunResults results) {
        for (String name : results.metricNames()) {
            List<Metric> series = results.metrics(name);
            WritableGroup metric = group.putGroup(name.replace('/', '_'));
            metric.putDataset(
                    "iteration", series.stream().mapToInt(Metric::iteration).toArray());
            metric.putDataset("step", series.stream().mapToLong(Metric::step).toArray());
            metric.putDataset(
                    "value", series.stream().mapToDouble(Metric::value).toArray());
        }
    }
}
