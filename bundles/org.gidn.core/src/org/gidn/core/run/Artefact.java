// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a file of a run is. Pictures and exports find files by what they were declared to be, so that any method's files of a kind
 * are shown.
 *
 * @param kind a word or two in lower case, one of the constants here or one of your own
 * @param numbers what tells files of a kind apart, such as the iteration; none below 0
 * @param name file name without folders, e.g. {@code predictor-1.zip}
 * @since 1.0
 */
public record Artefact(String kind, List<Integer> numbers, String name) {
    /** A trained predictor, as {@link org.gidn.core.predictor.Predictor#save} writes it; number: iteration. */
    public static final String PREDICTOR = "predictor";
    /** The ways of the designer's starts, a table with the columns {@code start,step,x0,x1,…}; number: iteration. */
    public static final String PATHS = "paths";
    /**
     * What a predictor says of examples that it learned from, a table with the columns {@code actual,predicted} and, if it is known,
     * {@code spread}; number: iteration.
     */
    public static final String TRAINING_FIT = "training fit";
    /** The same of examples held back. */
    public static final String TEST_FIT = "test fit";
    /** The same as {@link #TEST_FIT} for one of several networks; numbers: hidden layers, neurons in each. */
    public static final String STRUCTURE_FIT = "structure fit";
    /** What a method goes on from in a resumed run; of its own form. */
    public static final String STATE = "state";
    /** Any other file. */
    public static final String FILE = "file";

    /**
     * @throws IllegalArgumentException if the kind is none, a number below 0, or the name has folders or begins with a point
     */
    public Artefact {
        numbers = List.copyOf(numbers);
        if (!kind.matches("[a-z]+( [a-z]+)*") || numbers.stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("'" + kind + "' with " + numbers + " is no kind of file");
        }
        if (name.isEmpty()
                || name.startsWith(".")
                || !Path.of(name).getFileName().toString().equals(name)) {
            throw new IllegalArgumentException("'" + name + "' is no plain file name");
        }
    }

    /** A file of a kind. */
    public static Artefact of(String kind, String name, int... numbers) {
        return new Artefact(kind, IntStream.of(numbers).boxed().toList(), name);
    }

    /** A file of which nothing is declared but its name. */
    public static Artefact file(String name) {
        return of(FILE, name);
    }
}
