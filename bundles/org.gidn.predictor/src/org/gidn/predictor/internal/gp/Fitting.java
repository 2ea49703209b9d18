// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.gidn.core.predictor.Training;
import org.gidn.core.sampling.RandomStreams;

/** Finds the parameters under which one output's examples are most probable. */
final class Fitting {
    private final Search search;
    private final Training training;
    private final RandomStreams random;
    /** What is told of each likelihood: its number is that of the output's before it and its own. */
    private final int before;

    private final int epochs;

    /**
     * How much is searched.
     *
     * @param climbs how often the likelihood is climbed
     * @param evaluations how often each may ask for it
     * @param designs by so many examples it is measured
     */
    record Search(int climbs, int evaluations, int designs) {}

    /**
     * @param output the number of the output
     * @param epochs how many likelihoods the listener is told of in all
     */
    Fitting(Search search, Training training, int output, int epochs) {
        this.search = search;
        this.training = training;
        this.random = training.random().child("output", output);
        this.before = output * search.climbs() * search.evaluations();
        this.epochs = epochs;
    }

    /**
     * Searches.
     *
     * @param start where the first climb begins; the others begin at random
     * @param values one an example, on the scale on which is learned
     * @return the best found; the start if none had a likelihood
     */
    double[] search(KernelShape shape, double[] start, Examples examples, double[] values) {
        Likelihood likelihood = likelihood(shape, examples, values);
        Optional<LimitedMemoryBfgs.Found> best = Optional.empty();
        for (int climb = 0; climb < search.climbs(); climb++) {
            LimitedMemoryBfgs method = new LimitedMemoryBfgs(shape.least(), shape.most(), search.evaluations());
            Optional<LimitedMemoryBfgs.Found> found = method.climb(
                    told(likelihood, before + climb * search.evaluations()),
                    climb == 0 ? start : randomStart(shape, climb));
            if (best.isEmpty()
                    || found.isPresent()
                            && found.get().point().value() > best.get().point().value()) {
                best = found;
            }
        }
        return best.map(LimitedMemoryBfgs.Found::place).orElse(start);
    }

    private Likelihood likelihood(KernelShape shape, Examples examples, double[] values) {
        int size = examples.size();
        if (size <= search.designs()) {
            return new Likelihood(shape, examples, values, training.workers());
        }
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        RandomGenerator drawn = random.stream("designs");
        for (int i = 0; i < search.designs(); i++) {
            int other = i + drawn.nextInt(size - i);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        int[] chosen = Arrays.copyOf(order, search.designs());
        Arrays.sort(chosen);
        double[] some = Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
        return new Likelihood(shape, examples.select(chosen), some, training.workers());
    }

    private Function<double[], Optional<Likelihood.Point>> told(Likelihood likelihood, int earlier) {
        int[] asked = {earlier};
        return parameters -> {
            Optional<Likelihood.Point> point = likelihood.at(parameters);
            asked[0]++;
            point.ifPresent(p -> training.listener().epoch(asked[0], epochs, p.trainingLoss(), p.leftOutLoss()));
            return point;
        };
    }

    /** Anywhere in the middle half of what is searched. */
    private double[] randomStart(KernelShape shape, int climb) {
        RandomGenerator drawn = random.stream("start", climb);
        double[] least = shape.least();
        double[] most = shape.most();
        double[] start = new double[least.length];
        for (int p = 0; p < start.length; p++) {
            start[p] = least[p] + (0.25 + 0.5 * drawn.nextDouble()) * (most[p] - least[p]);
        }
        return start;
    }
}
