// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.Mesh;

/**
 * Equation numbers of the free degrees of freedom: along the lines of nodes that give the smaller bandwidth, in the
 * direction that leaves the crack tip to the end.
 *
 * @param numbers equation of each degree of freedom, −1 where the displacement is prescribed
 * @param size number of equations
 * @param bandwidth the largest difference of two equations of one element
 */
public record Equations(int[] numbers, int size, int bandwidth) {
    public static Equations of(Mesh mesh) {
        double[][] nodes = mesh.nodes();
        Comparator<Integer> byX = Comparator.comparingDouble(node -> nodes[node][0]);
        Comparator<Integer> byY = Comparator.comparingDouble(node -> nodes[node][1]);
        return Stream.of(byY.thenComparing(byX), byX.thenComparing(byY))
                .flatMap(order -> Stream.of(order, order.reversed()))
                .map(order -> numbered(mesh, order))
                .min(Comparator.comparingInt(Equations::bandwidth)
                        .thenComparing(equations -> -equations.firstOfTips(mesh)))
                .orElseThrow();
    }

    /** The first equation that belongs to an element at the crack tip; 0 if there is none. */
    int firstOfTips(Mesh mesh) {
        return Arrays.stream(mesh.tips())
                .flatMap(tip -> IntStream.range(0, BilinearElement.DOFS).map(local -> numbers[mesh.dof(tip, local)]))
                .filter(number -> number >= 0)
                .min()
                .orElse(0);
    }

    private static Equations numbered(Mesh mesh, Comparator<Integer> order) {
        int[] numbers = new int[mesh.dofs()];
        Arrays.fill(numbers, -1);
        int[] nodes = IntStream.range(0, mesh.nodes().length)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        int size = 0;
        for (int node : nodes) {
            for (int dof = 2 * node; dof < 2 * node + 2; dof++) {
                if (Double.isNaN(mesh.prescribed()[dof])) {
                    numbers[dof] = size++;
                }
            }
        }
        int bandwidth = 0;
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            int least = Integer.MAX_VALUE;
            int greatest = -1;
            for (int local = 0; local < BilinearElement.DOFS; local++) {
                int equation = numbers[mesh.dof(quad, local)];
                if (equation >= 0) {
                    least = Math.min(least, equation);
                    greatest = Math.max(greatest, equation);
                }
            }
            bandwidth = greatest < 0 ? bandwidth : Math.max(bandwidth, greatest - least);
        }
        return new Equations(numbers, size, bandwidth);
    }
}
