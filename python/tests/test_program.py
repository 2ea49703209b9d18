# SPDX-License-Identifier: Apache-2.0
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import gidn
from tests.exchange import PACKAGE
from tests.projects import needs_product, project


@needs_product
class ProgramTest(unittest.TestCase):
    def test_a_run_is_returned_when_it_is_done(self):
        with tempfile.TemporaryDirectory() as folder:
            run = gidn.run(
                "three-phases", out=Path(folder, "with blanks"), seed=5, settings={"budget": 20, "optimiser.chains": 1}
            )
            self.assertEqual((run.state, run.seed, run.evaluations_spent, run.number), ("done", 5, 20, 1))
            with self.assertRaisesRegex(gidn.GidnError, "is done; there is nothing to resume") as told:
                gidn.resume(Path(folder, "with blanks"))
            self.assertEqual(told.exception.status, 2)

    def test_a_mistake_is_an_exception_with_the_sentence(self):
        with self.assertRaises(gidn.GidnError) as told:
            gidn.run("three-phasis")
        self.assertEqual(str(told.exception), "Unknown example, project or file 'three-phasis'; did you mean 'three-phases'?")
        self.assertEqual(told.exception.status, 2)

    def test_commands_read_and_print_text(self):
        printed = gidn.command(
            "evaluate",
            "--evaluator",
            "org.gidn.fem.crackToughness",
            "--set",
            "size=8",
            "--designs",
            "-",
            input="\n".join(project("composite-8x8").run().evaluations().texts("elements")[:2]) + "\n",
        )
        values = [float(line.split(",")[1]) for line in printed.splitlines()[1:]]
        read = [float(value) for value in project("composite-8x8").run().evaluations().values["toughness"][:2]]
        for value, expected in zip(values, read):
            self.assertAlmostEqual(value / expected, 1, places=8)

    def test_the_products_checker_finds_no_fault_with_an_evaluator(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "square.py")
            file.write_text(
                """
import gidn

@gidn.evaluator
def square(x, cells):
    print("noise")
    if x[0] > 0.9:
        raise ValueError("too large")
    return {"sum": sum(v * v for v in x), "cells": sum(map(sum, cells))}

@square.gradient
def square_gradient(x, cells):
    return square(x, cells), {"x": [2 * v for v in x], "cells": [[0] * 4] * 2}

square.serve()
""",
                encoding="utf-8",
            )
            printed = gidn.command(
                "check-evaluator",
                "--variables",
                "x: 3 reals from 0 to 1; cells: 2 x 4 binary",
                "--outputs",
                "minimise sum, cells",
                "--",
                sys.executable,
                file,
            )
            self.assertIn("gives gradients", printed)
            self.assertIn("holds  Gradients are the slopes of the first objective.", printed)

    def test_it_lists_runs_and_evaluations_from_a_shell(self):
        def shell(*arguments):
            return subprocess.run(
                [sys.executable, *(["-S"] if sys.flags.no_site else []), "-m", "gidn", *map(str, arguments)],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": str(PACKAGE)},
            )

        folder = project("three-phases").folder
        self.assertRegex(shell("runs", folder).stdout, r"^1\tdone\t60\t\d+\.\d+\tThe 8 by 8 composite of three phases\n$")
        lines = shell("evaluations", folder).stdout.splitlines()
        self.assertEqual((len(lines), lines[0][:36]), (61, 'source,iteration,"elements[0,0]","el'))
        refused = shell("runs", folder / "runs")
        self.assertEqual(refused.returncode, 2)
        self.assertRegex(refused.stderr, "^gidn: The folder .* is no project")


class FindProgramTest(unittest.TestCase):
    def test_where_it_is_not_found_is_said(self):
        with mock.patch.dict(os.environ, {"GIDN_HOME": "/nowhere"}):
            with self.assertRaisesRegex(gidn.GidnError, "GIDN_HOME is /nowhere, where there is no gidn"):
                gidn.find_program()
        with mock.patch.dict(os.environ, {"GIDN_HOME": "", "PATH": "/nowhere"}):
            with self.assertRaisesRegex(gidn.GidnError, "The program gidn was not found; set GIDN_HOME"):
                gidn.find_program()


if __name__ == "__main__":
    unittest.main()
