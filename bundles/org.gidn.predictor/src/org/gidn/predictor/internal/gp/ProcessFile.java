// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.predictor.internal.ModelEntries;
import org.gidn.predictor.internal.TargetScaling;

/**
 * A trained Gaussian process as a file: a zip of what it has learned and of its numbers, as text, from which it is made again with
 * the same bits.
 */
public final class ProcessFile {
    private static final String KERNEL = "kernel.properties";
    private static final String PARAMETERS = "parameters.csv";
    private static final String EXAMPLES = "examples.csv";
    private static final Pattern NAMES =
            Pattern.compile(Pattern.quote(KERNEL) + "|" + Pattern.quote(PARAMETERS) + "|" + Pattern.quote(EXAMPLES));

    private ProcessFile() {}

    /** Writes the file. */
    public static void write(TrainedProcess process, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            // Designs that are much alike would unpack to more than a reader takes for honest.
            zip.setLevel(Deflater.NO_COMPRESSION);
            entry(zip, KERNEL, kernel(process));
            entry(zip, PARAMETERS, parameters(process));
            entry(zip, EXAMPLES, examples(process.data()));
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String kernel(TrainedProcess process) {
        StringBuilder text = new StringBuilder("# What is learned of a value: (transform(value) - origin) / unit\n");
        text.append("each=").append(process.shape().each()).append('\n');
        text.append("added=").append(process.shape().added()).append('\n');
        text.append("outputs=").append(process.data().outputs()).append('\n');
        for (int o = 0; o < process.data().outputs(); o++) {
            TargetScaling scaling = process.scalings().get(o);
            text.append("transform.").append(o).append('=').append(scaling.transform());
            text.append("\norigin.").append(o).append('=').append(scaling.origin());
            text.append("\nunit.").append(o).append('=').append(scaling.unit());
            text.append('\n');
        }
        return text.toString();
    }

    /** One column an output: logarithms of the deviations, the lengths of numbers and of levels, and of the noise. */
    private static String parameters(TrainedProcess process) {
        StringBuilder text = new StringBuilder();
        Csv.append(text, names("output", process.data().outputs()));
        for (int p = 0; p < process.shape().parameters(); p++) {
            List<String> row = new ArrayList<>();
            for (int o = 0; o < process.data().outputs(); o++) {
                row.add(Csv.number(process.parameters(o)[p]));
            }
            Csv.append(text, row);
        }
        return text.toString();
    }

    private static String examples(TrainingData data) {
        StringBuilder text = new StringBuilder();
        List<String> columns = new ArrayList<>(names("x", data.designs().variables()));
        columns.addAll(names("output", data.outputs()));
        Csv.append(text, columns);
        for (int i = 0; i < data.size(); i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < data.designs().variables(); j++) {
                row.add(Csv.number(data.designs().value(i, j)));
            }
            for (int o = 0; o < data.outputs(); o++) {
                row.add(Csv.number(data.values(o)[i]));
            }
            Csv.append(text, row);
        }
        return text.toString();
    }

    private static List<String> names(String name, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(name + i);
        }
        return names;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if there is none, or it is damaged or of another kind
     */
    public static TrainedProcess read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException("The model file " + file + " does not exist.");
        }
        // The list at a zip's end is not read, but without it the file is cut off.
        try (ZipFile whole = new ZipFile(file.toFile());
                InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return process(ModelEntries.read(stream, Files.size(file), NAMES));
        } catch (IOException | RuntimeException e) {
            String reason = e instanceof InvalidInputException
                    ? ": " + e.getMessage().replaceFirst("\\.$", "")
                    : " or is damaged";
            throw new InvalidInputException(
                    "The file " + file + " is no Gaussian process of this program" + reason
                            + "; train the predictor again.",
                    e);
        }
    }

    private static TrainedProcess process(ModelEntries entries) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(new String(entries.get(KERNEL), StandardCharsets.UTF_8)));
        Table parameters = table(entries, PARAMETERS);
        Table examples = table(entries, EXAMPLES);
        int outputs = parameters.columns().size();
        TrainingData data = data(examples, outputs);
        TrainedProcess.checkMemory(data);
        boolean each = Boolean.parseBoolean(properties.getProperty("each"));
        boolean added = Boolean.parseBoolean(properties.getProperty("added"));
        KernelShape shape = new KernelShape(InputKinds.of(data.designs()), each, added);
        if (parameters.size() != shape.parameters()) {
            throw new InvalidInputException(
                    "it has " + parameters.size() + " parameters, where its kernel has " + shape.parameters());
        }
        List<TargetScaling> scalings = new ArrayList<>();
        List<double[]> logarithms = new ArrayList<>();
        for (int o = 0; o < outputs; o++) {
            scalings.add(new TargetScaling(
                    TargetScaling.Transform.valueOf(properties.getProperty("transform." + o)),
                    Double.parseDouble(properties.getProperty("origin." + o)),
                    Double.parseDouble(properties.getProperty("unit." + o))));
            logarithms.add(parameters.numbers("output" + (o + 1)));
        }
        return TrainedProcess.of(data, scalings, shape, logarithms, new Workers(1, Cancellation.NONE));
    }

    private static TrainingData data(Table examples, int outputs) {
        int inputs = examples.columns().size() - outputs;
        double[] designs = new double[examples.size() * inputs];
        for (int j = 0; j < inputs; j++) {
            double[] column = examples.numbers("x" + (j + 1));
            for (int i = 0; i < column.length; i++) {
                designs[i * inputs + j] = column[i];
            }
        }
        double[][] values = new double[outputs][];
        for (int o = 0; o < outputs; o++) {
            values[o] = examples.numbers("output" + (o + 1));
        }
        return new TrainingData(DesignBatch.ofValues(inputs, designs), values, null, null);
    }

    private static Table table(ModelEntries entries, String name) {
        return Csv.parse(new String(entries.get(name), StandardCharsets.UTF_8), name);
    }
}
