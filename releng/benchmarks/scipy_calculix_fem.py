#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Designs a second of SciPy's sparse solver and of CalculiX on the paper's composites, for comparison with `gidn bench fem`.

Usage: scipy_calculix_fem.py [SIZE...]     (default: 8 16 32 64)

Needs Python 3 with NumPy; takes part what is installed: SciPy (Debian: python3-scipy), CalculiX (Debian: calculix-ccx).
CalculiX is timed from its start to its end, input and output files included, as a script that drives it would see it.
"""
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

NU = 1 / 3
RATIO = 10.0
SECONDS = 3.0


def element_stiffness():
    """The bilinear square in plane stress with unit modulus, 8 × 8, by 2 × 2 Gauss integration."""
    d = np.array([[1, NU, 0], [NU, 1, 0], [0, 0, (1 - NU) / 2]]) / (1 - NU**2)
    k = np.zeros((8, 8))
    for xi in (-1, 1):
        for eta in (-1, 1):
            b = strain_displacement(xi / np.sqrt(3), eta / np.sqrt(3))
            k += b.T @ d @ b / 4
    return k


def strain_displacement(xi, eta):
    x = np.array([-1, 1, 1, -1])
    y = np.array([-1, -1, 1, 1])
    b = np.zeros((3, 8))
    b[0, 0::2] = b[2, 1::2] = x * (1 + y * eta) / 2
    b[1, 1::2] = b[2, 0::2] = y * (1 + x * xi) / 2
    return b


class Plate:
    """The half model: n/2 columns by n rows, crack along the first quarter of x = 0, u_x = 1 on the far edge."""

    def __init__(self, n):
        self.n, self.columns = n, n // 2
        self.nodes = [(c, r) for r in range(n + 1) for c in range(self.columns + 1)]
        line = self.columns + 1
        first = [r * line + c for r in range(n) for c in range(self.columns)]
        self.quads = np.array([[i, i + 1, i + line + 1, i + line] for i in first])
        self.dofs = np.stack([2 * self.quads, 2 * self.quads + 1], axis=2).reshape(-1, 8)
        crack = n // 4
        self.prescribed = {2 * (r * line): 0.0 for r in range(crack, n + 1)}
        self.prescribed.update({2 * (r * line + self.columns): 1.0 for r in range(n + 1)})
        self.prescribed[2 * crack * line + 1] = 0.0
        self.tip = crack * self.columns

    def design(self, random):
        x = np.ones(len(self.quads))
        x[random.permutation(len(x))[: len(x) // 4]] = 0
        return x


def scipy_solver(plate):
    import scipy.sparse as sparse
    from scipy.sparse.linalg import spsolve

    k = element_stiffness()
    size = 2 * len(plate.nodes)
    rows = np.repeat(plate.dofs, 8, axis=1).ravel()
    columns = np.tile(plate.dofs, (1, 8)).ravel()
    fixed = np.array(sorted(plate.prescribed))
    free = np.setdiff1d(np.arange(size), fixed)
    u = np.zeros(size)
    u[fixed] = [plate.prescribed[dof] for dof in fixed]
    b = strain_displacement(0, 0)[0]

    def toughness(x):
        modulus = 1 / RATIO + x * (1 - 1 / RATIO)
        matrix = sparse.csc_matrix((np.outer(modulus, k).ravel(), (rows, columns)), shape=(size, size))
        u[free] = spsolve(matrix[free][:, free], -(matrix[free][:, fixed] @ u[fixed]))
        return 0.5 * u @ (matrix @ u) / (modulus[plate.tip] * (b @ u[plate.dofs[plate.tip]]) ** 2)

    return toughness


def calculix_solver(plate, folder):
    def solve(x):
        deck = ["*NODE,NSET=ALL"] + [f"{i + 1},{c},{r},0" for i, (c, r) in enumerate(plate.nodes)]
        for phase, modulus in enumerate((1 / RATIO, 1.0)):
            deck.append(f"*ELEMENT,TYPE=CPS4,ELSET=P{phase}")
            deck += [f"{e + 1}," + ",".join(str(i + 1) for i in q) for e, q in enumerate(plate.quads) if x[e] == phase]
            deck.append(f"*MATERIAL,NAME=M{phase}\n*ELASTIC\n{modulus},{NU:.12f}")
            deck.append(f"*SOLID SECTION,ELSET=P{phase},MATERIAL=M{phase}\n1.")
        deck.append("*STEP\n*STATIC\n*BOUNDARY")
        deck += [f"{d // 2 + 1},{d % 2 + 1},{d % 2 + 1},{v}" for d, v in plate.prescribed.items()]
        deck.append("*NODE PRINT,NSET=ALL\nU\n*END STEP\n")
        (folder / "plate.inp").write_text("\n".join(deck))
        subprocess.run(["ccx", "plate"], cwd=folder, check=True, stdout=subprocess.DEVNULL)

    return solve


def rate(solve, plate):
    random = np.random.default_rng(1)
    solve(plate.design(random))
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        solve(plate.design(random))
        done += 1
    return done / (time.perf_counter() - start)


def main():
    sizes = [int(a) for a in sys.argv[1:]] or [8, 16, 32, 64]
    for size in sizes:
        plate = Plate(size)
        try:
            solve = scipy_solver(plate)
            stiff = solve(np.ones(len(plate.quads)))
            print(f"SciPy spsolve   {size:3d}  {rate(solve, plate):10.1f} designs/s  (U/Eε² of the stiff plate: {stiff:.6f})")
        except ImportError:
            print("SciPy is not installed.")
        if shutil.which("ccx"):
            with tempfile.TemporaryDirectory() as folder:
                print(f"CalculiX        {size:3d}  {rate(calculix_solver(plate, Path(folder)), plate):10.1f} designs/s")
        else:
            print("CalculiX (ccx) is not installed.")


if __name__ == "__main__":
    main()
