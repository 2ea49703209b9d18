// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.material.Material;
import org.gidn.core.work.Workers;
import org.gidn.fem.mesh.BilinearElement;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;

/**
 * One side of a cut through the plate along a line of nodes, condensed onto that line for every pattern of its rows.
 */
final class SideTable {
    private static final int DOFS = BilinearElement.DOFS;

    private final CrackedPlate plate;
    private final Mesh mesh;
    private final int[] strainRows;
    private final double[][] stiffness;
    /** Lines of nodes from the outer edge to the cut. */
    private final int[] lines;

    private final int[] lineOfNode;
    private final boolean below;
    /** Number of design rows of this side. */
    final int rows;
    /** Free degrees of freedom on the cut. */
    final int cutDofs;
    /** Numbers kept of a front: its lower triangle up to the load, then each strain's row. */
    final int entries;
    /** The front of each pattern, {@code [pattern · entries + entry]}; bit {@code row · columns + column} set is stiff. */
    final double[] fronts;

    /**
     * @param cut number of design rows below the cut
     * @param below which side this is
     * @param failure tells which strains are to be followed
     */
    SideTable(CrackedPlate plate, Mesh mesh, Material material, int cut, boolean below, TipFailure failure) {
        this.plate = plate;
        this.mesh = mesh;
        this.strainRows = failure.strainRows();
        this.below = below;
        this.rows = below ? cut : plate.rows() - cut;
        this.stiffness = new double[2][];
        double[] entry = new double[Material.ENTRIES];
        for (int phase = 0; phase < 2; phase++) {
            material.stiffness(phase, entry);
            stiffness[phase] = mesh.element().stiffness(entry);
        }
        int fineRows = rows * plate.refinement();
        int outer = below ? 0 : plate.rows() * plate.refinement();
        this.lines = new int[fineRows + 1];
        Arrays.setAll(lines, k -> below ? k : outer - k);
        this.lineOfNode = Arrays.stream(mesh.nodes())
                .mapToInt(node -> (int) Math.round(node[1] / mesh.element().height()))
                .toArray();
        this.cutDofs = dofs(lines[fineRows]).size();
        this.entries = (cutDofs + 1) * (cutDofs + 2) / 2 + strains() * (cutDofs + 1);
        this.fronts = new double[Math.multiplyExact(1 << rows * plate.designColumns(), entries)];
    }

    private int strains() {
        return mesh.tips().length * strainRows.length;
    }

    /** The free degrees of freedom on a line of nodes. */
    private List<Integer> dofs(int line) {
        List<Integer> free = new ArrayList<>();
        for (int dof = 0; dof < mesh.dofs(); dof++) {
            if (lineOfNode[dof >> 1] == line && Double.isNaN(mesh.prescribed()[dof])) {
                free.add(dof);
            }
        }
        return free;
    }

    /** Condenses all patterns, the patterns of the outermost row in parallel. */
    void condense(Workers workers) {
        workers.forEach(1 << plate.designColumns(), outermost -> {
            RowTransfer[] transfers = new RowTransfer[lines.length - 1];
            double[][] scratch = new double[lines.length][];
            for (int k = 0; k < lines.length; k++) {
                int size = dofs(lines[k]).size() + 1 + strains();
                scratch[k] = new double[size * size];
                if (k > 0) {
                    transfers[k - 1] = transfer(lines[k - 1], lines[k]);
                }
            }
            descend(0, outermost, 0, transfers, scratch, workers);
        });
    }

    /** Adds design row {@code depth}, counted from the outer edge, in one pattern, then all rows further in. */
    private void descend(
            int depth, int pattern, int done, RowTransfer[] transfers, double[][] scratch, Workers workers) {
        int columns = plate.designColumns();
        int refinement = plate.refinement();
        for (int k = depth * refinement; k < (depth + 1) * refinement; k++) {
            transfers[k].apply(scratch[k], pattern, stiffness, scratch[k + 1]);
        }
        int row = below ? depth : rows - 1 - depth;
        int all = done | pattern << row * columns;
        if (depth + 1 == rows) {
            store(all, scratch[lines.length - 1]);
            return;
        }
        workers.cancellation().check();
        for (int next = 0; next < 1 << columns; next++) {
            descend(depth + 1, next, all, transfers, scratch, workers);
        }
    }

    private void store(int pattern, double[] front) {
        int size = cutDofs + 1 + strains();
        int at = pattern * entries;
        for (int i = 0; i < size; i++) {
            int length = Math.min(i, cutDofs) + 1;
            System.arraycopy(front, i * size, fronts, at, length);
            at += length;
        }
    }

    private RowTransfer transfer(int from, int to) {
        List<Integer> near = dofs(from);
        List<Integer> far = dofs(to);
        int load = near.size() + far.size();
        int[] position = new int[mesh.dofs()];
        double[] weight = new double[mesh.dofs()];
        for (int dof = 0; dof < mesh.dofs(); dof++) {
            double prescribed = mesh.prescribed()[dof];
            boolean free = Double.isNaN(prescribed);
            int ofFar = far.indexOf(dof);
            position[dof] = !free ? (prescribed == 0 ? -1 : load) : ofFar < 0 ? near.indexOf(dof) : near.size() + ofFar;
            weight[dof] = free ? 1 : prescribed;
        }
        int[] quads = quads(Math.min(from, to));
        int[] columns = new int[quads.length];
        int[][] positions = new int[quads.length][DOFS];
        double[][] weights = new double[quads.length][DOFS];
        for (int e = 0; e < quads.length; e++) {
            columns[e] = mesh.variables()[quads[e]] % plate.designColumns();
            for (int local = 0; local < DOFS; local++) {
                positions[e][local] = position[mesh.dof(quads[e], local)];
                weights[e][local] = weight[mesh.dof(quads[e], local)];
            }
        }
        double[][] strains = new double[strains()][load + 1];
        double[][] centre = mesh.element().strainDisplacement(0, 0);
        for (int t = 0; t < mesh.tips().length; t++) {
            for (int e = 0; e < quads.length; e++) {
                for (int s = 0; s < strainRows.length && quads[e] == mesh.tips()[t]; s++) {
                    for (int local = 0; local < DOFS; local++) {
                        if (positions[e][local] >= 0) {
                            strains[t * strainRows.length + s][positions[e][local]] +=
                                    centre[strainRows[s]][local] * weights[e][local];
                        }
                    }
                }
            }
        }
        return new RowTransfer(near.size(), far.size(), 1 + strains(), columns, positions, weights, strains);
    }

    /** The finite elements above a line of nodes. */
    private int[] quads(int line) {
        int[] found = new int[mesh.quads().length];
        int count = 0;
        for (int quad = 0; quad < found.length; quad++) {
            if (lineOfNode[mesh.quads()[quad][0]] == line) {
                found[count++] = quad;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
