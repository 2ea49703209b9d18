// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.Checkpoint;
import org.gidn.core.run.RunContext;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;

/**
 * Topology optimisation of densities as its community does it: filtered, made sharper and sharper by a smooth step, changed by a {@link
 * DensityStep} until no variable changes by more than a tolerance. In a continuous space each design of the path is evaluated and
 * stored as it is, gray or not. In a binary one with a fixed number of zeros the path is one of relaxed designs, and each time
 * that it has converged or ends, the nearest binary design is evaluated and stored.
 *
 * @param name the method's name as it stands at the beginning of a sentence
 * @param stepper how a step is made
 * @param starts how many paths there are; all but the first begin with random densities
 * @param tolerance a path has converged where no variable changes by more in a step, as a share of its range
 * @param steps most steps of a path
 * @param filter what is filtered
 * @param filterRadius in cells; 1 or less for none
 * @param sharpness of the smooth step at the end; 0 for none
 * @param sharpenEvery after so many steps, or when it has converged, the step gets twice as sharp
 */
public record DensityDesign(
        String name,
        Stepper stepper,
        int starts,
        double tolerance,
        int steps,
        DensityMap.Filter filter,
        double filterRadius,
        double sharpness,
        int sharpenEvery) {
    private static final String PATH = "topology";
    /** Densities of random starts differ from the mean by no more. */
    private static final double SCATTER = 0.2;

    private static final int HALVINGS = 60;

    /** Makes steps for a problem. */
    @FunctionalInterface
    public interface Stepper {
        DensityStep of(DesignSpace space, Volume volume);
    }

    /** Refuses what does not fit. */
    public void check(Problem problem) {
        DesignSpace space = problem.space();
        if (space.binary()) {
            Requirements.fixedZeros(problem, name);
            Requirements.noMeasuredBounds(problem, name, "org.gidn.baselines.geneticAlgorithm");
        } else {
            Requirements.continuous(problem, name);
            Requirements.limitsOnly(problem, name, "org.gidn.baselines.cmaes");
        }
        Requirements.capability(
                problem,
                Capability.GRADIENT,
                name,
                space.binary() ? "org.gidn.baselines.geneticAlgorithm" : "org.gidn.baselines.cmaes");
        Volume.check(space, name);
        for (int j = 0; j < space.variables(); j++) {
            if (space.lower(j) < 0) {
                throw new InvalidInputException(name + " changes densities, which are 0 or more, but "
                        + space.variableName(j) + " may be " + space.lower(j)
                        + "; use org.gidn.baselines.cmaes, which takes any bounds.");
            }
            if (sharpness > 0 && space.upper(j) != 1) {
                throw new InvalidInputException("A smooth step needs densities from 0 to 1, but "
                        + space.variableName(j) + " may be " + space.upper(j) + "; set sharpness to 0.");
            }
        }
        DensityMap.check(space, filter, filterRadius);
    }

    /** Follows all paths. */
    public void optimise(RunContext run) {
        Checkpoint checkpoint = new Checkpoint(run, PATH);
        double[] state = run.problem().space().binary() ? checkpoint.restore().orElse(null) : null;
        int first = state == null ? 0 : (int) state[0];
        try (Phase phase = run.phase("topology optimisation", (long) starts * steps, "steps")) {
            phase.skip((long) first * steps);
            for (int start = first; start < starts; start++) {
                Path path = new Path(run, start);
                if (start == first && state != null) {
                    path.restore(state);
                }
                path.follow(phase, checkpoint);
            }
        }
        run.done("it was asked for " + Count.of(starts, "start") + " of at most " + Count.of(steps, "step") + " only");
    }

    /** One path. */
    private final class Path {
        private final RunContext run;
        private final DesignSpace space;
        private final int start;
        private final Volume volume;
        private final DensityMap map;
        private final DensityStep stepping;
        private double[] x;
        private double beta;
        private int step;
        private int since;

        Path(RunContext run, int start) {
            this.run = run;
            this.start = start;
            space = run.problem().space();
            volume = new Volume(space, name);
            map = new DensityMap(space, filter, filterRadius);
            stepping = stepper.of(space, volume);
            beta = Math.min(1, sharpness);
            x = volume.start(densities());
            if (start > 0) {
                scatter(run.random().stream("start", start));
            }
        }

        private UnaryOperator<double[]> densities() {
            return variables -> map.densities(variables, beta);
        }

        private void scatter(RandomGenerator random) {
            double[] shares = new double[x.length];
            Arrays.setAll(shares, j -> SCATTER * (2 * random.nextDouble() - 1));
            level(shares, volume.most());
        }

        /** Changes the free variables by shares of their ranges, and all by one more, with which the volume is as wanted. */
        private void level(double[] shares, double wanted) {
            double low = -1;
            double high = 1;
            for (int halving = 0; halving < HALVINGS; halving++) {
                double middle = (low + high) / 2;
                if (volume.of(densities().apply(shifted(shares, middle))) > wanted) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            x = shifted(shares, low);
        }

        /** The present design with the free variables changed by shares of their ranges, and all by one more. */
        private double[] shifted(double[] shares, double all) {
            double[] shifted = new double[x.length];
            Arrays.setAll(shifted, j -> {
                double range = space.upper(j) - space.lower(j);
                double moved = x[j] + range * (shares[space.leader(j)] + all);
                return space.fixed(j).orElse(Math.max(space.lower(j), Math.min(space.upper(j), moved)));
            });
            return shifted;
        }

        double[] state() {
            double[] own = stepping.state();
            double[] state = Arrays.copyOf(new double[] {start, step, since, beta}, 4 + x.length + own.length);
            System.arraycopy(x, 0, state, 4, x.length);
            System.arraycopy(own, 0, state, 4 + x.length, own.length);
            return state;
        }

        void restore(double[] state) {
            step = (int) state[1];
            since = (int) state[2];
            beta = state[3];
            x = Arrays.copyOfRange(state, 4, 4 + x.length);
            stepping.restore(Arrays.copyOfRange(state, 4 + x.length, state.length));
        }

        void follow(Phase phase, Checkpoint checkpoint) {
            phase.skip(step);
            double change = Double.POSITIVE_INFINITY;
            for (; ; step++) {
                if (space.binary()) {
                    checkpoint.offer(this::state);
                }
                double[] densities = map.densities(x, beta);
                double[] gradient = gradient(densities);
                if (gradient == null || step == steps) {
                    break;
                }
                if (change <= tolerance || beta < sharpness && since >= sharpenEvery) {
                    if (beta >= sharpness) {
                        run.event(name + " converged after " + step + " steps.");
                        break;
                    }
                    report(densities);
                    beta = Math.min(2 * beta, sharpness);
                    since = 0;
                    // What is sharper has another slope, and another volume.
                    if (volume.violation(map.densities(x, beta)) > 0) {
                        boolean over = volume.of(map.densities(x, beta)) > volume.most();
                        level(new double[x.length], over ? volume.most() : volume.least());
                    }
                    densities = map.densities(x, beta);
                    gradient = gradient(densities);
                    if (gradient == null) {
                        break;
                    }
                }
                change = step(gradient);
                if (!space.binary() && volume.violation(map.densities(x, beta)) > 0) {
                    run.event(name + " ended after " + step + " steps, since its next one would miss "
                            + space.linears().get(0) + ": less of some variables is better.");
                    return;
                }
                run.metric("change", start, step, change);
                since++;
                phase.advance(1);
            }
            phase.advance(steps - step);
            report(map.densities(x, beta));
        }

        /** The slopes of the objective at densities, of which a continuous space keeps the value; null if there are none. */
        private double[] gradient(double[] densities) {
            if (space.binary()) {
                double[] gradient = new double[densities.length];
                run.metric("continuous value", start, step, run.gradient(densities, gradient));
                return gradient;
            }
            Evaluations found = run.evaluateWithGradients(
                    Candidates.of(DesignBatch.ofValues(densities.length, densities.clone()), PATH, step));
            if (found.failure(0) != null) {
                run.event(name + " ended after " + step + " steps: " + found.failure(0));
                return null;
            }
            return found.gradient(0);
        }

        private double step(double[] gradient) {
            int sign = run.problem().objective().goal().sign();
            double[] worth = map.slopes(x, gradient, beta);
            Arrays.setAll(worth, j -> sign * worth[j]);
            double[] smoothed = map.smoothed(x, worth);
            return stepping.step(x, together(smoothed), together(map.slopes(x, volume.slopes(), beta)), densities());
        }

        /** Tied variables have the sum of their slopes. */
        private double[] together(double[] slopes) {
            double[] sums = new double[slopes.length];
            for (int j = 0; j < slopes.length; j++) {
                sums[space.leader(j)] += slopes[j];
            }
            double[] all = new double[slopes.length];
            Arrays.setAll(all, j -> sums[space.leader(j)]);
            return all;
        }

        /** In a binary space, evaluates the nearest binary design. */
        private void report(double[] densities) {
            if (space.binary()) {
                DesignBatch nearest = FreeCells.binary(densities, space);
                DesignBatch binary =
                        new Feasibility(run.problem()).mended(nearest, run.random().stream("mended", step), run);
                double value = run.evaluate(Candidates.of(binary, PATH, start)).value(0, 0);
                run.metric("binary value", start, step, value);
            }
        }
    }
}
