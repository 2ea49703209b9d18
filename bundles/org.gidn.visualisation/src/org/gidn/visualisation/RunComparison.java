package org.gidn.visualisation;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.internal.figures.Convergence;

/** Figures that set runs side by side. */
public final class RunComparison {
    private RunComparison() {}

    /**
     * The best value of each run against the evaluations that it spent, the measure by which all methods are compared.
     *
     * @param runs at least one run; those that have evaluated nothing yet are left out
     * @throws InvalidInputException if the runs have different objectives
     */
    public static Plot convergence(List<RunResults> runs) {
        RunRecord first = runs.get(0).run();
        List<Series> series = new ArrayList<>();
        for (RunResults results : runs) {
            RunRecord run = results.run();
            if (!run.objective().equals(first.objective())) {
                throw new InvalidInputException("Run " + run.number() + " is about the "
                        + run.objective().name() + ", run " + first.number() + " about the "
                        + first.objective().name() + "; compare runs of one objective.");
            }
            if (!results.convergence().isEmpty()) {
                String name = "Run " + run.number() + ", " + run.optimiser();
                series.add(Convergence.steps(name, Hue.of(series.size()), results.convergence()));
            }
        }
        String name = first.objective().name();
        return new Plot(
                "Best " + name + " against evaluations",
                "The best " + name + " that each run had found, against the number of evaluations that it had spent.",
                Axis.logarithmic("Evaluations", ""),
                Axis.linear("Best " + name, first.objective().unit()),
                series);
    }
}
