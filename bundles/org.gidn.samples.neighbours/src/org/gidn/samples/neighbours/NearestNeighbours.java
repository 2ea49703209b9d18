// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.neighbours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.Predictions;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.PredictorCapability;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.core.work.Workers;

/** Says of a design what the known designs nearest to it have in the mean; the spread is their standard deviation. */
public final class NearestNeighbours implements Predictor {
    /** The column by which a file that was cut off is noticed. */
    private static final String FOLLOWING = "following";

    private final int neighbours;
    private final boolean hamming;
    private TrainingData known;
    /** What the squared difference of each variable is divided by. */
    private double[] unit;

    public NearestNeighbours(int neighbours, boolean hamming) {
        this.neighbours = neighbours;
        this.hamming = hamming;
    }

    @Override
    public Set<PredictorCapability> capabilities() {
        return Set.of(PredictorCapability.SPREAD, PredictorCapability.SEVERAL_OUTPUTS);
    }

    @Override
    public void train(TrainingData data, Training training) {
        data.checkVaried();
        if (data.size() < neighbours) {
            throw new InvalidInputException(
                    "There are " + data.size() + " designs to learn from, but setting 'neighbours'" + " is "
                            + neighbours + "; learn from more designs or ask fewer neighbours.");
        }
        training.workers().cancellation().check();
        use(data);
        training.listener().fitted("training", predict(data.designs(), training.workers()), data);
    }

    private void use(TrainingData data) {
        double[] range = new double[data.designs().variables()];
        for (int j = 0; j < range.length; j++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < data.size(); i++) {
                least = Math.min(least, data.designs().value(i, j));
                most = Math.max(most, data.designs().value(i, j));
            }
            range[j] = most > least ? (most - least) * (most - least) : 1;
        }
        unit = range;
        known = data;
    }

    @Override
    public Predictions predict(DesignBatch designs, Workers workers) {
        checkTrained();
        if (designs.variables() != unit.length) {
            throw new InvalidInputException("The predictor was trained for designs of " + unit.length
                    + " variables, but one of " + designs.variables() + " was given.");
        }
        double[][] mean = new double[known.outputs()][designs.size()];
        double[][] spread = new double[known.outputs()][designs.size()];
        workers.forEach(designs.size(), i -> {
            int[] nearest = nearest(designs.toArray(i));
            for (int o = 0; o < mean.length; o++) {
                double[] values = known.values(o);
                double sum = 0;
                for (int k : nearest) {
                    sum += values[k];
                }
                mean[o][i] = sum / nearest.length;
                double squares = 0;
                for (int k : nearest) {
                    squares += (values[k] - mean[o][i]) * (values[k] - mean[o][i]);
                }
                spread[o][i] = Math.sqrt(squares / (nearest.length - 1));
            }
        });
        return new Predictions(mean, spread);
    }

    private void checkTrained() {
        if (known == null) {
            throw new IllegalStateException("the predictor is not trained");
        }
    }

    /** The known designs that are nearest; of those equally far, the ones that stand first. */
    private int[] nearest(double[] design) {
        int[] nearest = new int[neighbours];
        double[] distances = new double[neighbours];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int i = 0; i < known.size(); i++) {
            double distance = distance(design, i);
            int place = neighbours;
            while (place > 0 && distance < distances[place - 1]) {
                place--;
            }
            if (place < neighbours) {
                System.arraycopy(nearest, place, nearest, place + 1, neighbours - 1 - place);
                System.arraycopy(distances, place, distances, place + 1, neighbours - 1 - place);
                nearest[place] = i;
                distances[place] = distance;
            }
        }
        return nearest;
    }

    private double distance(double[] design, int other) {
        double distance = 0;
        for (int j = 0; j < design.length; j++) {
            double difference = design[j] - known.designs().value(other, j);
            distance += hamming ? (difference == 0 ? 0 : 1) : difference * difference / unit[j];
        }
        return distance;
    }

    /** Writes what is known as a table: variables {@code x1 …}, outputs {@code y1 …}, and how many rows follow. */
    @Override
    public void save(Path file) throws IOException {
        checkTrained();
        StringBuilder text = new StringBuilder();
        List<String> header = new ArrayList<>();
        for (int j = 1; j <= unit.length; j++) {
            header.add("x" + j);
        }
        for (int o = 1; o <= known.outputs(); o++) {
            header.add("y" + o);
        }
        header.add(FOLLOWING);
        Csv.append(text, header);
        for (int i = 0; i < known.size(); i++) {
            List<String> row = new ArrayList<>();
            for (double value : known.designs().toArray(i)) {
                row.add(Csv.number(value));
            }
            for (int o = 0; o < known.outputs(); o++) {
                row.add(Csv.number(known.values(o)[i]));
            }
            row.add(Integer.toString(known.size() - 1 - i));
            Csv.append(text, row);
        }
        Files.writeString(file, text);
    }

    @Override
    public void restore(Path file) {
        Table table = Csv.read(file);
        double[][] inputs = columns(table, "x");
        double[][] outputs = columns(table, "y");
        boolean whole = table.has(FOLLOWING) && table.numbers(FOLLOWING)[table.size() - 1] == 0;
        if (inputs.length == 0 || outputs.length == 0 || table.size() < neighbours || !whole) {
            throw new InvalidInputException(file + " is no whole table of " + neighbours
                    + " or more designs with columns x1, …, y1, … and " + FOLLOWING + "; train the predictor again.");
        }
        double[] designs = new double[table.size() * inputs.length];
        for (int i = 0; i < table.size(); i++) {
            for (int j = 0; j < inputs.length; j++) {
                designs[i * inputs.length + j] = inputs[j][i];
            }
        }
        use(new TrainingData(DesignBatch.ofValues(inputs.length, designs), outputs, null, null));
    }

    private static double[][] columns(Table table, String letter) {
        List<double[]> columns = new ArrayList<>();
        while (table.has(letter + (columns.size() + 1))) {
            columns.add(table.numbers(letter + (columns.size() + 1)));
        }
        return columns.toArray(double[][]::new);
    }

    /** Makes the predictor from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Predictor> {
        @Override
        public Predictor create(Settings settings) {
            return new NearestNeighbours(
                    settings.integer("neighbours"), settings.text("distance").equals("hamming"));
        }
    }
}
