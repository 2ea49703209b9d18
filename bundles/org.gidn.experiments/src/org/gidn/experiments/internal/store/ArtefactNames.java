// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gidn.core.run.Artefact;

/**
 * How the store names files: {@code kind:numbers:file name}, such as {@code predictor:3:predictor-3.zip}, and those of which nothing is
 * declared by their file name. In former stores all have their file names only; what those of the product are, is known.
 */
final class ArtefactNames {
    private static final String SEPARATOR = ":";
    private static final Map<Pattern, String> FORMER = Map.of(
            Pattern.compile("predictor-(\\d{1,9})\\.zip"), Artefact.PREDICTOR,
            Pattern.compile("paths-(\\d{1,9})\\.csv"), Artefact.PATHS,
            Pattern.compile("fit-training-(\\d{1,9})\\.csv"), Artefact.TRAINING_FIT,
            Pattern.compile("fit-test-(\\d{1,9})\\.csv"), Artefact.TEST_FIT,
            Pattern.compile("structure-(\\d{1,9})x(\\d{1,9})\\.csv"), Artefact.STRUCTURE_FIT,
            Pattern.compile(".*-state\\.bin"), Artefact.STATE);

    private ArtefactNames() {}

    static String write(Artefact artefact) {
        if (artefact.equals(Artefact.file(artefact.name()))) {
            return artefact.name();
        }
        List<String> numbers = artefact.numbers().stream().map(String::valueOf).toList();
        return String.join(SEPARATOR, artefact.kind(), String.join(",", numbers), artefact.name());
    }

    static Artefact read(String recorded) {
        String[] parts = recorded.split(SEPARATOR, 3);
        if (parts.length < 3) {
            return former(recorded);
        }
        return Artefact.of(
                parts[0],
                parts[2],
                Stream.of(parts[1].split(","))
                        .filter(number -> !number.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    /** What a file is of which only its name is recorded. */
    private static Artefact former(String name) {
        for (Map.Entry<Pattern, String> known : FORMER.entrySet()) {
            Matcher matcher = known.getKey().matcher(name);
            if (matcher.matches()) {
                int[] numbers = IntStream.rangeClosed(1, matcher.groupCount())
                        .map(group -> Integer.parseInt(matcher.group(group)))
                        .toArray();
                return Artefact.of(known.getValue(), name, numbers);
            }
        }
        return Artefact.file(name);
    }
}
