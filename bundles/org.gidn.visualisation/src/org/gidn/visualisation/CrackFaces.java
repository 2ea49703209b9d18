// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.evaluation.Fields;

/**
 * The faces of a crack along the middle of a specimen: a line down the left face to the tip and up the right face.
 *
 * @param middle where the specimen's middle lies while it is not deformed
 * @param xs abscissae along the line; none without a crack
 * @param ys ordinates, as many
 */
record CrackFaces(double middle, double[] xs, double[] ys) {
    /** @param shape the nodes' places, deformed or not */
    static CrackFaces of(Fields fields, double[][] shape, DesignLayout layout) {
        Extent across = new Extent(false);
        across.add(FieldPicture.corners(fields, fields.nodes(), 0));
        double middle = layout.mirrored() ? across.least() : (across.least() + across.greatest()) / 2;
        double near = 1e-9 * (across.greatest() - across.least());
        int[] right = face(fields, middle, near, true, layout.slitRows());
        int[] left = layout.mirrored() ? right : face(fields, middle, near, false, layout.slitRows());
        double[] xs = DoubleStream.concat(
                        IntStream.of(left)
                                .mapToDouble(node -> layout.mirrored() ? 2 * middle - shape[node][0] : shape[node][0]),
                        upwards(right).mapToDouble(node -> shape[node][0]))
                .toArray();
        double[] ys = IntStream.concat(IntStream.of(left), upwards(right))
                .mapToDouble(node -> shape[node][1])
                .toArray();
        return new CrackFaces(middle, xs, ys);
    }

    private static IntStream upwards(int[] face) {
        return IntStream.range(0, face.length).map(i -> face[face.length - 1 - i]);
    }

    /** An element's edge on the specimen's middle, and the variable of the element. */
    private record Edge(int variable, int from, int to) {}

    /** The nodes of one face from the mouth to the tip: those of the first rows of variables beside the middle. */
    private static int[] face(Fields fields, double middle, double near, boolean right, int rows) {
        double[][] nodes = fields.nodes();
        List<Edge> edges = new ArrayList<>();
        for (int quad = 0; quad < fields.quads().length; quad++) {
            int[] corners = fields.quads()[quad];
            double centre = IntStream.of(corners)
                    .mapToDouble(node -> nodes[node][0])
                    .average()
                    .orElseThrow();
            int[] on = IntStream.of(corners)
                    .filter(node -> Math.abs(nodes[node][0] - middle) <= near)
                    .toArray();
            if (on.length == 2 && right == centre > middle) {
                boolean upwards = nodes[on[0]][1] < nodes[on[1]][1];
                edges.add(new Edge(fields.variables()[quad], on[upwards ? 0 : 1], on[upwards ? 1 : 0]));
            }
        }
        edges.sort(Comparator.comparingDouble(edge -> nodes[edge.from()][1]));
        Set<Integer> cracked = new HashSet<>();
        List<Integer> face = new ArrayList<>();
        for (Edge edge : edges) {
            cracked.add(edge.variable());
            if (cracked.size() > rows) {
                break;
            }
            if (face.isEmpty()) {
                face.add(edge.from());
            }
            face.add(edge.to());
        }
        return face.stream().mapToInt(Integer::intValue).toArray();
    }
}
