// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.project.Project;
import org.gidn.visualisation.internal.Csv;
import org.gidn.visualisation.internal.Messages;

/**
 * Figures that somebody has published for an experiment, to stand beside one's own: the optional file {@code
 * published.csv} of a project, with the columns {@code statistic} and {@code value}. The row {@code source} says where they
 * were published; the others are named as in {@link DesignStatistics}.
 *
 * @param source where they were published, e.g. {@code Table S2, 1,000 samples}
 * @param values the figures by name
 * @since 1.0
 */
public record PublishedValues(String source, Map<String, Double> values) {
    /** The name of the file in a project. */
    public static final String FILE = "published.csv";

    private static final String SOURCE = "source";

    public PublishedValues {
        values = Map.copyOf(values);
    }

    /**
     * What was published for a project's experiment.
     *
     * @return without any value if the project has no such file
     * @throws InvalidInputException if the file cannot be read; names the line
     */
    public static PublishedValues of(Project project) {
        Path file = project.folder().resolve(FILE);
        String source = Messages.publishedSource;
        Map<String, Double> values = new LinkedHashMap<>();
        if (Files.isRegularFile(file)) {
            List<List<String>> rows = Csv.read(text(file));
            for (int i = 1; i < rows.size(); i++) {
                List<String> row = rows.get(i);
                if (row.size() != 2) {
                    throw new InvalidInputException(
                            NLS.bind(Messages.publishedColumns, new Object[] {i + 1, file, row.size()}));
                }
                if (row.get(0).equals(SOURCE)) {
                    source = row.get(1);
                } else {
                    values.put(row.get(0), number(row.get(1), i + 1, file));
                }
            }
        }
        return new PublishedValues(source, values);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.fileUnreadable, file, e.getMessage()), e);
        }
    }

    private static double number(String text, int line, Path file) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(NLS.bind(Messages.publishedNumber, new Object[] {line, file, text}), e);
        }
    }

    /** The figure of that name, if one was published. */
    public OptionalDouble value(String statistic) {
        Double value = values.get(statistic);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
