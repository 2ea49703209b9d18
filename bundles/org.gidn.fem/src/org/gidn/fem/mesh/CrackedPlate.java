// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.mesh;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;

/**
 * A rectangular plate with an edge crack, pulled apart at its two far edges (mode I). The crack runs along x = 0 from the
 * mouth at y = 0. A symmetric plate is given by its right half, and an anisotropic material is mirrored with it.
 *
 * <p>The plate is divided into elements of equal size, one for each design variable: {@link #rows} along the crack,
 * {@link #designColumns} across it. Variables are numbered row by row from the crack mouth, from left to right; in a
 * symmetric plate column 0 lies on the crack plane.
 *
 * @param rows number of elements along the crack plane
 * @param columns number of elements across the whole plate, even
 * @param symmetric whether designs are mirrored at the crack plane, so that half the plate is modelled
 * @param crackFraction length of the crack over that of the plate, 0 … below 1
 * @param elementWidth side of an element across the crack plane
 * @param elementHeight side of an element along the crack plane
 * @param thickness thickness of the plate
 * @param refinement number of finite elements by which each element is divided in either direction; odd, so that the
 *     centre of the element at the crack tip stays the centre of a finite element
 * @since 1.0
 */
public record CrackedPlate(
        int rows,
        int columns,
        boolean symmetric,
        double crackFraction,
        double elementWidth,
        double elementHeight,
        double thickness,
        int refinement) {
    private static final int MOST = 1024;
    /** Bytes that a factorised stiffness matrix may take, so that several threads find room. */
    private static final double MOST_BYTES = 1 << 30;

    /**
     * @throws InvalidInputException if a value is out of range, the crack does not end between two rows, or the mesh is too
     *     large
     */
    public CrackedPlate {
        requireCount("rows", rows, 1);
        requireCount("columns", columns, 2);
        if (columns % 2 != 0) {
            throw new InvalidInputException(
                    "The plate needs an even number of columns, half of them on each side of the"
                            + " crack plane, but has " + columns + "; the nearest are " + (columns - 1) + " and "
                            + (columns + 1)
                            + ".");
        }
        if (!(crackFraction >= 0 && crackFraction < 1)) {
            throw new InvalidInputException(
                    "The crack fraction must be at least 0 and below 1, but is " + crackFraction + ".");
        }
        double crack = crackFraction * rows;
        long whole = Math.round(crack);
        if (Math.abs(crack - whole) > 1e-9 * rows || whole >= rows) {
            long near = Math.min(whole, rows - 1);
            throw new InvalidInputException("A crack fraction of " + crackFraction + " of " + rows + " rows is " + crack
                    + " rows, but the crack must end between two rows; the nearest fraction that does is " + near + "/"
                    + rows + " = " + near / (double) rows + ".");
        }
        if (refinement < 1 || refinement % 2 == 0 || refinement > 99) {
            throw new InvalidInputException(
                    "The refinement must be an odd number from 1 to 99, but is " + refinement + ".");
        }
        BilinearElement.requirePositive("width", elementWidth);
        BilinearElement.requirePositive("height", elementHeight);
        BilinearElement.requirePositive("thickness", thickness);
        double across = (double) (symmetric ? columns / 2 : columns) * refinement;
        double along = (double) rows * refinement;
        double bytes = 8 * 2 * (across + 1) * (along + 1) * 2 * (Math.min(across, along) + 2);
        if (bytes > MOST_BYTES) {
            throw new InvalidInputException("A mesh of " + (long) across + " × " + (long) along
                    + " finite elements is too large: its stiffness matrix would take " + (long) (bytes / (1 << 20))
                    + " MB, above the limit of " + (long) (MOST_BYTES / (1 << 20))
                    + " MB; choose fewer elements or a smaller refinement.");
        }
    }

    private static void requireCount(String name, int value, int least) {
        if (value < least || value > MOST) {
            throw new InvalidInputException(
                    "The number of " + name + " must lie in " + least + " … " + MOST + ", but is " + value + ".");
        }
    }

    /**
     * The symmetric plate of the paper: square, of unit elements.
     *
     * @param size number of elements on a side, even
     * @param crackFraction length of the crack over that of the plate
     */
    public static CrackedPlate square(int size, double crackFraction) {
        return new CrackedPlate(size, size, true, crackFraction, 1, 1, 1, 1);
    }

    /** The same plate with each element divided {@code refinement} times in either direction. */
    public CrackedPlate refined(int divisions) {
        return new CrackedPlate(
                rows, columns, symmetric, crackFraction, elementWidth, elementHeight, thickness, divisions);
    }

    /** The same plate with a crack of another length, as a fraction of the plate's. */
    public CrackedPlate withCrack(double fraction) {
        return new CrackedPlate(rows, columns, symmetric, fraction, elementWidth, elementHeight, thickness, refinement);
    }

    /** The same plate, without or with the assumption that designs are mirrored. */
    public CrackedPlate withSymmetry(boolean mirrored) {
        return new CrackedPlate(
                rows, columns, mirrored, crackFraction, elementWidth, elementHeight, thickness, refinement);
    }

    /** The number of rows that the crack cuts. */
    public int crackRows() {
        return (int) Math.round(crackFraction * rows);
    }

    /** The number of columns of a design. */
    public int designColumns() {
        return symmetric ? columns / 2 : columns;
    }

    /**
     * The designs of the plate: a picture of its elements, called {@code elements}.
     *
     * @param phases what an element can be
     */
    public DesignSpace designs(List<Level> phases) {
        return DesignSpace.of(Block.phases("elements", rows, designColumns(), phases)
                .drawn(new DesignLayout(symmetric, crackRows())));
    }

    /** The number of design variables. */
    public int variables() {
        return rows * designColumns();
    }

    /** The finite element that the plate is made of. */
    public BilinearElement element() {
        return new BilinearElement(elementWidth / refinement, elementHeight / refinement, thickness);
    }

    /**
     * The mesh with its supports. Edges are moved by ±1 in x; u_y is free but for the node at the crack tip, which holds
     * the plate in place.
     */
    public Mesh mesh() {
        int across = designColumns() * refinement;
        int along = rows * refinement;
        int plane = symmetric ? 0 : across / 2;
        int crack = crackRows() * refinement;
        int[][] left = new int[along + 1][across + 1];
        int[][] right = new int[along + 1][across + 1];
        int count = 0;
        for (int j = 0; j <= along; j++) {
            for (int i = 0; i <= across; i++) {
                left[j][i] = count;
                // Double nodes: each side of the crack has its own.
                count += !symmetric && i == plane && j < crack ? 1 : 0;
                right[j][i] = count++;
            }
        }
        BilinearElement element = element();
        double[][] nodes = new double[count][];
        double[] prescribed = new double[2 * count];
        Arrays.fill(prescribed, Double.NaN);
        for (int j = 0; j <= along; j++) {
            for (int i = 0; i <= across; i++) {
                double[] at = {(i - plane) * element.width(), j * element.height()};
                nodes[left[j][i]] = at;
                nodes[right[j][i]] = at;
            }
            prescribed[2 * right[j][across]] = 1;
            if (!symmetric) {
                prescribed[2 * left[j][0]] = -1;
            } else if (j >= crack) {
                prescribed[2 * left[j][0]] = 0;
            }
        }
        prescribed[2 * left[crack][plane] + 1] = 0;
        int[][] quads = new int[along * across][];
        int[] variables = new int[quads.length];
        for (int j = 0; j < along; j++) {
            for (int i = 0; i < across; i++) {
                int[][] nearer = i >= plane ? right : left;
                quads[j * across + i] = new int[] {nearer[j][i], left[j][i + 1], left[j + 1][i + 1], nearer[j + 1][i]};
                variables[j * across + i] = j / refinement * designColumns() + i / refinement;
            }
        }
        int tip = (crack + refinement / 2) * across + plane + refinement / 2;
        int[] tips = symmetric ? new int[] {tip} : new int[] {tip - refinement, tip};
        return new Mesh(nodes, quads, variables, element, tips, prescribed);
    }
}
