# SPDX-License-Identifier: Apache-2.0
"""Heat that a plate conducts, by the finite elements of GetFEM, and the gradient of a temperature by the adjoint method."""

import getfem as gf
import gidn
import numpy as np

ROWS, COLUMNS = 12, 12
INSULATOR, CONDUCTOR = 0.1, 1.0

gf.util_trace_level(0)
mesh = gf.Mesh("cartesian", np.linspace(0, 1, COLUMNS + 1), np.linspace(0, 1, ROWS + 1))
nodes = gf.MeshFem(mesh, 1)
nodes.set_classical_fem(1)
cells = gf.MeshFem(mesh, 1)
cells.set_classical_discontinuous_fem(0)
integration = gf.MeshIm(mesh, 3)
# Where each of GetFEM's cells is in the picture: row 0 at the top.
x, y = cells.basic_dof_nodes()
place = np.floor((1 - y) * ROWS).astype(int) * COLUMNS + np.floor(x * COLUMNS).astype(int)
SINK, HEATER, SENSOR = 1, 2, 3
for region, low, high in ((SINK, (0, 0), (0, 1)), (HEATER, (1, 0), (1, 0.25)), (SENSOR, (1, 0.75), (1, 1))):
    mesh.set_region(region, mesh.outer_faces_in_box(np.array(low) - 1e-6, np.array(high) + 1e-6))


def conductivities(plate):
    return (INSULATOR + (CONDUCTOR - INSULATOR) * np.asarray(plate, dtype=float)).ravel()[place]


def temperatures(k, heated):
    """The temperatures of the nodes, with heat of 1 brought in through a part of the right edge and the left edge kept at 0."""
    model = gf.Model("real")
    model.add_fem_variable("u", nodes)
    model.add_initialized_fem_data("k", cells, k)
    model.add_linear_term(integration, "k*Grad_u.Grad_Test_u")
    model.add_source_term(integration, "4*Test_u", heated)
    model.add_Dirichlet_condition_with_simplification("u", SINK)
    model.solve()
    return model.variable("u")


def sensor(u):
    """The mean temperature of the sensor, which is a quarter of the edge."""
    return gf.asm_generic(integration, 0, "4*u", SENSOR, "u", 0, nodes, u)


@gidn.evaluator
def cooling(plate):
    k = conductivities(plate)
    u = temperatures(k, HEATER)
    return {"sensor": sensor(u), "heater": gf.asm_generic(integration, 0, "4*u", HEATER, "u", 0, nodes, u)}


@cooling.gradient
def cooling_with_gradient(plate):
    k = conductivities(plate)
    u = temperatures(k, HEATER)
    # The adjoint: what heat at the sensor would do.
    p = temperatures(k, SENSOR)
    by_cell = gf.asm_generic(
        integration, 1, "-(Grad_u.Grad_p)*Test_k", -1, "u", 0, nodes, u, "p", 0, nodes, p, "k", 1, cells, k
    )
    gradient = np.empty(ROWS * COLUMNS)
    gradient[place] = (CONDUCTOR - INSULATOR) * by_cell
    return cooling(plate), gradient


if __name__ == "__main__":
    cooling.serve()
