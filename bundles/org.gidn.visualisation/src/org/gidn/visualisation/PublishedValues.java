// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Decimal;
import org.gidn.core.text.Table;
import org.gidn.experiments.Project;
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
            Table table = Csv.read(file);
            List<String> names = table.texts("statistic");
            List<String> texts = table.texts("value");
            for (int i = 0; i < table.size(); i++) {
                if (names.get(i).equals(SOURCE)) {
                    source = texts.get(i);
                } else {
                    values.put(names.get(i), number(texts.get(i), table.place(i)));
                }
            }
        }
        return new PublishedValues(source, values);
    }

    private static double number(String text, String place) {
        double number = Decimal.parse(text);
        if (Double.isNaN(number)) {
            throw new InvalidInputException(NLS.bind(Messages.publishedNumber, place, Table.shown(text)));
        }
        return number;
    }

    /** The figure of that name, if one was published. */
    public OptionalDouble value(String statistic) {
        Double value = values.get(statistic);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
