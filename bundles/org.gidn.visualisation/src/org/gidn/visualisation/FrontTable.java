// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.core.pareto.Volume;
import org.gidn.core.problem.Output;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/**
 * The Pareto front of a run as a table, for the report and the terminal: a row for each of some designs spread evenly along
 * it, from the best value of the first objective on.
 *
 * @param front the front
 * @param head names of the objectives, and of the design
 * @param rows a value for each objective in short form, and the design as text
 * @since 1.0
 */
public record FrontTable(RunFront front, List<String> head, List<List<String>> rows) {
    public FrontTable {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /**
     * The table of a run; nothing if it has one objective only, or has found nothing.
     *
     * @param most rows at most
     */
    public static Optional<FrontTable> of(RunResults results, int most) {
        return RunFront.of(results).map(front -> of(results, front, most));
    }

    private static FrontTable of(RunResults results, RunFront front, int most) {
        List<String> head =
                new ArrayList<>(front.objectives().stream().map(Output::name).toList());
        head.add(Messages.frontDesign);
        int[] shown = spread(front.size(), most);
        int[] places = IntStream.of(shown).map(i -> front.places()[i]).toArray();
        List<FoundDesign> designs = results.found(front.sets(), places);
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < shown.length; k++) {
            int i = shown[k];
            List<String> cells = new ArrayList<>(Arrays.stream(front.values())
                    .map(column -> Numbers.brief(column[i]))
                    .toList());
            cells.add(designs.get(k).text());
            rows.add(cells);
        }
        return new FrontTable(front, head, rows);
    }

    /** Places of some of so many, spread evenly, the first and the last among them. */
    public static int[] spread(int size, int most) {
        int count = Math.min(size, most);
        return IntStream.range(0, count)
                .map(k -> count == 1 ? 0 : (int) Math.round((double) k * (size - 1) / (count - 1)))
                .toArray();
    }

    /** A hypervolume as text, with its standard error where it is an estimate. */
    public static String volume(Volume volume) {
        String value = Numbers.brief(volume.value());
        return volume.exact() ? value : value + " \u00b1 " + Numbers.brief(volume.error());
    }

    /** A reference point as text. */
    public static String point(double[] reference) {
        return Arrays.stream(reference).mapToObj(Numbers::brief).collect(Collectors.joining(", "));
    }
}
