# SPDX-License-Identifier: Apache-2.0
"""The truss of ten bars: weight, greatest stress and greatest displacement from the areas of its bars. Needs numpy."""

import gidn
import numpy as np

LENGTH, LOAD, MODULUS, DENSITY = 360.0, 100.0, 1e4, 0.1  # in, kip, ksi, lb/in³
# The nodes 1 to 6 as the literature counts them; the last two are held at the wall, 2 and 4 carry the load.
NODES = LENGTH * np.array([[2, 1], [2, 0], [1, 1], [1, 0], [0, 1], [0, 0]])
BARS = np.array([[5, 3], [3, 1], [6, 4], [4, 2], [3, 4], [1, 2], [5, 4], [6, 3], [3, 2], [4, 1]]) - 1
FREE = 8

vectors = NODES[BARS[:, 1]] - NODES[BARS[:, 0]]
lengths = np.linalg.norm(vectors, axis=1)
# How much longer each bar becomes for a unit of each of the twelve displacements.
longer = np.zeros((len(BARS), NODES.size))
for bar, (start, end) in enumerate(BARS):
    longer[bar, 2 * end : 2 * end + 2] = vectors[bar] / lengths[bar]
    longer[bar, 2 * start : 2 * start + 2] = -vectors[bar] / lengths[bar]
longer = longer[:, :FREE]
outer = longer[:, :, None] * longer[:, None, :]
forces = np.zeros(FREE)
forces[[3, 7]] = -LOAD


@gidn.evaluator(batch=1000)
def truss(area):
    stiffness = np.einsum("nb,bij->nij", MODULUS * area / lengths, outer)
    moved = np.linalg.solve(stiffness, np.broadcast_to(forces[:, None], (len(area), FREE, 1)))[:, :, 0]
    # Sums in an order of their own for each design, so that it has the same values in every batch; products of matrices have
    # not.
    stress = MODULUS * np.einsum("ni,bi->nb", moved, longer) / lengths
    return {
        "weight": DENSITY * (area * lengths).sum(axis=1),
        "stress": abs(stress).max(axis=1),
        "displacement": abs(moved).max(axis=1),
    }


if __name__ == "__main__":
    truss.serve()
