# SPDX-License-Identifier: Apache-2.0
import json
import shutil
import sqlite3
import struct
import tempfile
import unittest
from pathlib import Path

import gidn
from gidn.arrays import flat, shape_of
from gidn.evaluations import decode
from tests.projects import exported, needs_product, project


@needs_product
class ProjectTest(unittest.TestCase):
    def test_numbers_and_several_outputs_are_those_that_the_product_exports(self):
        run = project("pressure-vessel").run()
        read = run.evaluations()
        rows = exported("pressure-vessel", "csv-columns")
        self.assertEqual(len(read), 60)
        self.assertEqual([row["source"] for row in rows], read.source)
        self.assertEqual({"cmaes", "outside"}, set(read.source))
        for output in run.outputs:
            self.assertEqual([float(row[output.name]) for row in rows], flat(read.values[output.name]))
        self.assertEqual([[int(row["x1"]), int(row["x2"])] for row in rows], [flat(each) for each in read.designs["thickness"]])
        self.assertEqual(
            [[float(row["x3"]), float(row["x4"])] for row in rows], [flat(each) for each in read.designs["length"]]
        )
        self.assertTrue(all(isinstance(each, int) for each in flat(read.designs["thickness"])))
        thickness, length = run.blocks
        self.assertEqual(
            ("integer", (2,), "in/16", (1, 1), (99, 99)),
            (thickness.kind, thickness.shape, thickness.unit, thickness.lower, thickness.upper),
        )
        self.assertEqual(("real", (10, 10), (200, 200)), (length.kind, length.lower, length.upper))
        self.assertEqual(("cost", "$", "minimise"), (run.outputs[0].name, run.outputs[0].unit, run.outputs[0].goal))
        self.assertIsNone(run.outputs[1].goal)

    def test_cells_of_three_phases_have_their_shape_and_text(self):
        run = project("three-phases").run()
        read = run.evaluations()
        rows = exported("three-phases", "csv")
        self.assertEqual([row["design"] for row in rows], read.texts("elements"))
        self.assertEqual(shape_of(read.designs["elements"]), (60, 8, 4))
        self.assertEqual(int(rows[7]["design"][5]), read.designs["elements"][7][1][1])
        self.assertEqual(("phases", ("soft", "middle", "stiff")), (run.blocks[0].kind, run.blocks[0].levels))
        self.assertEqual((run.number, run.state, run.seed, run.evaluations_spent, run.failure), (1, "done", 1, 60, None))
        self.assertLess(run.started, run.finished)
        self.assertEqual(run.settings["budget"], 60)
        self.assertIn("best", run.metrics())
        self.assertEqual(max(flat(read.values["toughness"])), max(flat(run.metric("best")["value"])))
        self.assertEqual(flat(run.metric("nothing")["value"]), [])
        self.assertTrue(any("budget of 60" in told for _, told in run.events()))

    def test_binary_cells_come_with_gradients(self):
        run = project("composite-8x8").run()
        read = run.evaluations()
        self.assertEqual(run.blocks[0].kind, "binary")
        rows = exported("composite-8x8", "csv")
        self.assertEqual([row["design"] for row in rows], read.texts("elements"))
        self.assertEqual(
            [float(row["predicted"]) for row in rows if row["predicted"]], [p for p in flat(read.predicted) if p == p]
        )
        self.assertEqual(len(read.gradient[0]), 32)

    def test_the_best_are_different_and_fulfil_the_constraints(self):
        read = project("pressure-vessel").run().evaluations()
        best = read.best(5)
        costs = flat(best.values["cost"])
        self.assertEqual(costs, sorted(costs))
        self.assertEqual(costs[0], project("pressure-vessel").run().best)
        self.assertNotIn("outside", best.source)
        self.assertEqual(len(best), 5)
        self.assertEqual(len(read.take([3, 1])), 2)
        self.assertEqual(flat(read.take([3, 1]).spent), [flat(read.spent)[3], flat(read.spent)[1]])

    def test_a_design_that_was_measured_several_times_counts_by_its_mean(self):
        known = exported("composite-8x8", "csv")
        told = [(known[0]["design"], 10), (known[0]["design"], 14), (known[1]["design"], 13)]
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "copy")
            shutil.copytree(project("composite-8x8").folder, copy)
            table = Path(folder, "measured.csv")
            table.write_text("design,toughness\n" + "".join(f"{design},{value}\n" for design, value in told))
            gidn.command("import", copy, table)
            run = gidn.Project(copy).run()
            read = run.evaluations()
            self.assertEqual(["sample", "sample", "measurement", "measurement"], read.source)
            self.assertEqual([12, 13, 10, 14], flat(read.values["toughness"]))
            self.assertEqual([13, 12], flat(read.best(3).values["toughness"]))
            self.assertEqual(run.best, 13)

    def test_columns_are_named_by_block_and_place(self):
        columns = project("three-phases").run().evaluations().as_dict()
        self.assertIn("elements[7,3]", columns)
        self.assertEqual({len(column) for column in columns.values()}, {60})

    def test_sources_can_be_read_alone(self):
        run = project("pressure-vessel").run()
        outside = run.evaluations("outside")
        self.assertEqual({"outside"}, set(outside.source))
        self.assertEqual(len(run.evaluations("cmaes")) + len(outside), 60)

    def test_damage_is_told_and_no_number_of_it(self):
        changes = {
            "UPDATE evaluation SET value = value + 1e-12 WHERE position = 3": "evaluations of run 1",
            "UPDATE evaluation SET design = zeroblob(length(design)) WHERE position = 3": "evaluations of run 1",
            "DELETE FROM evaluation WHERE position = 3": "evaluations of run 1",
            "UPDATE further_value SET value = 0 WHERE position = 3": "evaluations of run 1",
            "DELETE FROM candidate_set WHERE source = 'cmaes'": "rows of run 1 in the table 'candidate_set'",
            "UPDATE run SET best = 1": "a row of the table 'run'",
        }
        for change, what in changes.items():
            with self.subTest(change), tempfile.TemporaryDirectory() as folder:
                copy = Path(folder, "copy")
                shutil.copytree(project("pressure-vessel").folder, copy)
                database = sqlite3.connect(copy / "results.sqlite")
                database.execute(change)
                database.commit()
                database.close()
                with self.assertRaisesRegex(gidn.GidnError, f"is damaged: {what}; 'gidn check") as told:
                    gidn.Project(copy).run().evaluations()
                self.assertEqual(told.exception.status, 1)

    def test_a_project_is_read_where_nobody_can_write(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "with blanks # and ü")
            shutil.copytree(project("three-phases").folder, copy)
            before = sorted(each.name for each in copy.iterdir())
            copy.chmod(0o555)
            try:
                self.assertEqual(len(gidn.Project(copy).run().evaluations()), 60)
            finally:
                copy.chmod(0o755)
            self.assertEqual(sorted(each.name for each in copy.iterdir()), before)

    def test_pandas_is_told_to_be_missing_or_gets_the_columns(self):
        read = project("three-phases").run().evaluations()
        try:
            import pandas  # noqa: F401
        except ImportError:
            with self.assertRaisesRegex(gidn.GidnError, "pandas is not installed; install it"):
                read.to_pandas()
            return
        frame = read.to_pandas()
        self.assertEqual((len(frame), list(frame.columns)), (60, list(read.as_dict())))


class NoProjectTest(unittest.TestCase):
    def test_what_is_no_project_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaisesRegex(gidn.GidnError, "is no project: it has neither experiment.yaml nor results.sqlite"):
                gidn.Project(folder)
            with self.assertRaisesRegex(gidn.GidnError, "There is no folder"):
                gidn.Project(Path(folder, "away"))
            database = Path(folder, "results.sqlite")
            database.write_bytes(b"no database " * 100)
            with self.assertRaisesRegex(gidn.GidnError, "is damaged"):
                gidn.Project(folder).runs()
            database.unlink()
            other = sqlite3.connect(database)
            other.execute("PRAGMA user_version = 99")
            other.close()
            with self.assertRaisesRegex(gidn.GidnError, "has format 99, but this package reads formats up to 5"):
                gidn.Project(folder).runs()

    def test_a_project_without_results_has_no_runs(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "experiment.yaml").write_text("format: 2\n", encoding="utf-8")
            self.assertEqual(gidn.Project(folder).runs(), [])
            with self.assertRaisesRegex(gidn.GidnError, "has no run"):
                gidn.Project(folder).run()
            self.assertFalse(Path(folder, "results.sqlite").exists())

    def test_blocks_of_every_kind_are_decoded(self):
        blocks = [
            gidn.Block.of_store(json.loads(text))
            for text in (
                '{"name": "cells", "kind": "phases", "rows": 1, "columns": 2, "levels": [{"name": "a"}, {"name": "b"}, {"name": "c"}]}',
                '{"name": "n", "kind": "integer", "rows": 1, "columns": 1, "lower": [1], "upper": [5], "unit": ""}',
                '{"name": "x", "kind": "continuous", "rows": 1, "columns": 2, "lower": [0, 0], "upper": [1, 1], "unit": "mm"}',
                '{"name": "how", "kind": "categorical", "rows": 1, "columns": 1, "levels": [{"name": "cast"}, {"name": "printed"}]}',
            )
        ]
        designs = decode([struct.pack("<6d", 2, 0, 5, 0.1, 0.7, 1), struct.pack("<6d", 1, 1, 2, 0.3, 0.2, 0)], blocks)
        self.assertEqual([flat(each) for each in designs["cells"]], [[2, 0], [1, 1]])
        self.assertEqual(flat(designs["n"]), [5, 2])
        self.assertEqual([flat(each) for each in designs["x"]], [[0.1, 0.7], [0.3, 0.2]])
        self.assertEqual(flat(designs["how"]), ["printed", "cast"])
        self.assertEqual(shape_of(designs["cells"]), (2, 1, 2))
        with self.assertRaisesRegex(ValueError, "another number of variables"):
            decode([b"12345"], blocks)


if __name__ == "__main__":
    unittest.main()
