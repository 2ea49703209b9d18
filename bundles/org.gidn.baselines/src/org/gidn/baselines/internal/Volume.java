// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Linear;

/**
 * The one sum over all densities that topology optimisation keeps within bounds: the linear constraint of a continuous space, or the
 * fixed number of ones of a binary one.
 */
public final class Volume {
    private final DesignSpace space;
    private final double[] coefficients;
    private final double least;
    private final double most;

    /**
     * @param method its name as it stands at the beginning of a sentence
     * @throws InvalidInputException if there is no such sum
     */
    public Volume(DesignSpace space, String method) {
        this.space = space;
        this.coefficients = new double[space.variables()];
        if (space.binary() && space.zeros().isPresent()) {
            Arrays.fill(coefficients, 1);
            least = space.variables() - space.zeros().getAsInt();
            most = least;
            return;
        }
        Linear linear = space.linears().size() == 1 ? space.linears().get(0) : null;
        if (linear == null
                || !Double.isFinite(linear.most())
                || linear.variables().length != space.variables()
                || Arrays.stream(linear.coefficients()).anyMatch(coefficient -> coefficient < 0)) {
            throw new InvalidInputException(
                    method + " needs one linear constraint on all variables, such as a volume, with an"
                            + " upper bound and coefficients above 0, but the problem has "
                            + (space.linears().isEmpty() ? "none" : space.linears())
                            + "; give it one, or use org.gidn.baselines.cmaes, which does without.");
        }
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[linear.variables()[i]] = linear.coefficients()[i];
        }
        least = linear.least();
        most = linear.most();
    }

    /**
     * Refuses a space without such a sum.
     *
     * @throws InvalidInputException if there is none
     */
    static Volume check(DesignSpace space, String method) {
        return new Volume(space, method);
    }

    /** The least that the sum may be. */
    public double least() {
        return least;
    }

    /** The most that it may be. */
    public double most() {
        return most;
    }

    /** The sum. */
    public double of(double[] densities) {
        double sum = 0;
        for (int j = 0; j < densities.length; j++) {
            sum += coefficients[j] * densities[j];
        }
        return sum;
    }

    /** What more of each density adds to it. */
    public double[] slopes() {
        return coefficients.clone();
    }

    /** By how much the sum misses its bounds; 0 if it does so by rounding only. */
    public double violation(double[] densities) {
        double missed = Math.max(0, Math.max(least - of(densities), of(densities) - most));
        return missed <= 1e-9 * Math.max(Math.abs(of(densities)), 1e-300) ? 0 : missed;
    }

    /**
     * The design of which all free variables are at the same share of their ranges and whose densities use up the bound.
     *
     * @param densities of the variables
     */
    public double[] start(UnaryOperator<double[]> densities) {
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < 60; halving++) {
            double middle = (low + high) / 2;
            if (of(densities.apply(corner(middle))) > most) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return corner(of(densities.apply(corner(1))) <= most ? 1 : low);
    }

    private double[] corner(double share) {
        double[] x = new double[coefficients.length];
        Arrays.setAll(x, j -> space.fixed(j).orElse(space.lower(j) + share * (space.upper(j) - space.lower(j))));
        return x;
    }
}
