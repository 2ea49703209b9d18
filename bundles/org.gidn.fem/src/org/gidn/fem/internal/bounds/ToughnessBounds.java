// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal.bounds;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.material.Material;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.mesh.CrackedPlate;

/**
 * How tough the designs of a part are at best. The toughness is U / (E ε²) over that of a plate without soft elements, where U is the
 * strain energy under a unit pull, E the modulus of the element at the crack tip and ε the strain across the crack there. Where E is
 * decided, an upper bound of U/ε² is all that is wanted.
 *
 * <p>For any y, U/ε² ≤ −1/(4ψ) where y²U − yε ≤ ψ below 0 for all designs: the square (yU − ε/2)² is none below 0. With the opening w =
 * ∂ε/∂force at the tip, the potential of a plate whose edge is pulled by a while forces λ open its tip is Π(a, λ) = a²U − aλε − λ²w/2,
 * and y²U − yε = Π(a, λ) − Π(c, λ) if a² − c² = y² and (a − c)λ = y. As the least of functions that are linear in the moduli, Π(a, λ) is
 * concave in them; as the greatest of functions that are linear in the inverse moduli (complementary energy), Π(c, λ) is convex
 * in those. So any field of displacements bounds the first and any field of stresses in equilibrium the second by a sum over the elements,
 * whose greatest value over the choice of k soft ones is a matter of sorting. {@link StatePair} chooses a, c and λ, {@link Relaxation}
 * the fields.
 *
 * <p>A part of few designs is searched: {@link SubsetSearch}. Thread-safe.
 */
public final class ToughnessBounds {
    /** Parts of no more designs are searched to their end. */
    private static final double SEARCHED = 2e6;

    private static final int RELAXATION_STEPS = 40;
    /** Of materials whose moduli differ by more, rounding might spoil what is proved. */
    private static final double MOST_CONTRAST = 1e4;

    private final ModalPlate plate;
    private final double homogeneous;
    private final double searched;
    private final Queue<Kernel> kernels = new ConcurrentLinkedQueue<>();

    /** What one thread needs. */
    private static final class Kernel {
        final SubsetSearch search;
        final Relaxation relaxation;

        Kernel(ModalPlate plate) {
            search = new SubsetSearch(plate);
            relaxation = new Relaxation(plate);
        }
    }

    /**
     * @param homogeneous U / (E ε²) of the plate of the stiff material
     * @throws InvalidInputException if the plate or the material is one of which no bounds are known
     */
    public ToughnessBounds(CrackedPlate plate, Material material, double homogeneous) {
        this(plate, material, homogeneous, SEARCHED);
    }

    /**
     * @param searched parts of no more designs are searched to their end
     */
    public ToughnessBounds(CrackedPlate plate, Material material, double homogeneous, double searched) {
        this.searched = searched;
        this.plate = new ModalPlate(plate, material);
        this.homogeneous = homogeneous;
        if (!(this.plate.ratio >= 1 / MOST_CONTRAST)) {
            throw new InvalidInputException(
                    "Bounds of the toughness are known where the moduli of the phases differ by a factor of at"
                            + " most " + MOST_CONTRAST + ", but it is " + 1 / this.plate.ratio
                            + "; choose a smaller modulusRatio.");
        }
    }

    /**
     * Bounds a part.
     *
     * @param part 0 for soft, 1 for stiff, NaN for open
     * @param soft how many elements of a design are soft
     */
    public Bound bound(double[] part, int soft, double toBeat, Cancellation cancellation) {
        if (Double.isNaN(part[plate.tip])) {
            return new Bound(Double.POSITIVE_INFINITY, false, plate.tip, null, 0);
        }
        int[] open = IntStream.range(0, part.length)
                .filter(e -> Double.isNaN(part[e]))
                .toArray();
        int k = soft - (int) Arrays.stream(part).filter(value -> value == 0).count();
        double unit = homogeneous * plate.failure[(int) part[plate.tip]];
        Kernel kernel = kernels.poll();
        if (kernel == null) {
            kernel = new Kernel(plate);
        }
        double wanted = Math.max(0, toBeat) * unit;
        Bound bound = SubsetSearch.choices(open.length, k) <= searched
                ? searched(kernel, part, open, k, wanted, unit, cancellation)
                : relaxed(kernel, part, open, k, wanted, unit);
        kernels.add(kernel);
        return bound;
    }

    private Bound searched(
            Kernel kernel, double[] part, int[] open, int k, double wanted, double unit, Cancellation cancellation) {
        boolean[] alreadySoft = new boolean[part.length];
        for (int e = 0; e < part.length; e++) {
            alreadySoft[e] = part[e] == 0;
        }
        SubsetSearch.Found found = kernel.search.search(alreadySoft, open, k, wanted, cancellation);
        double[] design = found.choice() == null ? null : design(part, found.choice());
        return new Bound(found.greatest() / unit * (1 + SubsetSearch.MARGIN), true, -1, design, found.evaluated());
    }

    private Bound relaxed(Kernel kernel, double[] part, int[] open, int k, double wanted, double unit) {
        double[] softness = new double[part.length];
        for (int e = 0; e < part.length; e++) {
            softness[e] = 1 - part[e];
        }
        double enough = -(1 + SubsetSearch.MARGIN) / (4 * wanted);
        kernel.relaxation.forget();
        double psi = kernel.relaxation.bound(softness, open, k, enough, RELAXATION_STEPS);
        double value = psi < 0 ? -1 / (4 * psi) : Double.POSITIVE_INFINITY;
        if (psi <= enough) {
            return new Bound(value / unit, true, -1, null, 0);
        }
        int[] softest = greatest(open, kernel.relaxation.softness(open.length), k);
        int branch = greatest(open, kernel.relaxation.importance(softness, open), 1)[0];
        return new Bound(value / unit, false, branch, design(part, softest), 0);
    }

    private static double[] design(double[] part, int[] choice) {
        double[] design = new double[part.length];
        Arrays.setAll(design, e -> Double.isNaN(part[e]) ? 1 : part[e]);
        for (int e : choice) {
            design[e] = 0;
        }
        return design;
    }

    /** Those elements whose values are greatest. */
    private static int[] greatest(int[] elements, double[] values, int count) {
        return IntStream.range(0, elements.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .limit(count)
                .mapToInt(i -> elements[i])
                .toArray();
    }
}
