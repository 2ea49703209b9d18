// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.NearestName;
import org.gidn.core.text.Table;

/** The setting {@code results}: from which file each output is taken, and how; a line an output. */
public final class ResultsText {
    /** What stands for what the program writes, instead of the name of a file. */
    static final String WRITTEN = "-";

    private static final Pattern LINE =
            Pattern.compile("(?<output>[^:]+?)\\s*:\\s*(?:\"(?<quoted>[^\"]+)\"|(?<file>\\S+))\\s+"
                    + "(?<way>regex|column|json|line)\\s+(?<argument>.+)");

    private ResultsText() {}

    /**
     * Where an output is.
     *
     * @param file in the design's folder; {@value #WRITTEN} for what the program writes
     */
    public record Result(String file, Extraction extraction) {}

    /**
     * Reads the setting.
     *
     * @return a result an output, in their order
     * @throws InvalidInputException if a line is none, or an output has none; names it
     */
    public static List<Result> parse(String text, List<Output> outputs) {
        List<String> names = outputs.stream().map(Output::name).toList();
        Map<String, Result> results = new HashMap<>();
        String[] lines = text.split("\\n");
        for (int i = 0; i < lines.length; i++) {
            String place = "Line " + (i + 1) + " of setting 'results' ";
            if (lines[i].isBlank()) {
                continue;
            }
            Matcher line = LINE.matcher(lines[i].strip());
            if (!line.matches()) {
                throw new InvalidInputException(place + "is '" + Table.shown(lines[i].strip())
                        + "'; write an output, a colon, its file, and regex, column, json or line with what to look for, e.g."
                        + " 'mass: out.txt line total mass'.");
            }
            if (!names.contains(line.group("output"))) {
                throw new InvalidInputException(place + "is about none of the outputs: "
                        + NearestName.unknown("output", line.group("output"), names));
            }
            try {
                String file = line.group("quoted") == null ? line.group("file") : line.group("quoted");
                check(file);
                Result former = results.put(
                        line.group("output"),
                        new Result(file, Extraction.parse(line.group("way"), line.group("argument"))));
                if (former != null) {
                    throw new InvalidInputException("says once more where output '" + line.group("output")
                            + "' is to be found; leave one of the lines");
                }
            } catch (InvalidInputException e) {
                throw new InvalidInputException(place + e.getMessage() + ".", e);
            }
        }
        for (String name : names) {
            if (!results.containsKey(name)) {
                throw new InvalidInputException("Setting 'results' does not say where output '" + name
                        + "' is to be found; add a line such as '" + name + ": out.txt line " + name + "'.");
            }
        }
        return names.stream().map(results::get).toList();
    }

    /** A file elsewhere would be that of all designs at a time. */
    private static void check(String file) {
        try {
            Path path = Path.of(file);
            boolean leaves = Arrays.asList(file.split("[/\\\\]")).contains("..");
            if (path.isAbsolute() || leaves) {
                throw new InvalidInputException("takes a value from " + file
                        + ", which is not in the design's own folder; let the program write it there");
            }
        } catch (InvalidPathException e) {
            throw new InvalidInputException("names the file '" + file + "', which can be none", e);
        }
    }
}
