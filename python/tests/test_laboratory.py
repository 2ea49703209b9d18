# SPDX-License-Identifier: Apache-2.0
import tempfile
import unittest
from pathlib import Path

import gidn
from gidn.arrays import flat, shape_of
from tests.projects import needs_product

EXPERIMENT = """
format: 2
title: Specimens
seed: 1
budget: 4
problem: {evaluator: {use: org.gidn.fem.crackToughness, size: 8}, volumeFraction: 0.125}
optimiser: {use: org.gidn.baselines.random, samples: 4}
"""


@needs_product
class LaboratoryTest(unittest.TestCase):
    def test_what_is_asked_is_told_and_read(self):
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder, "specimens")
            project.mkdir()
            (project / "experiment.yaml").write_text(EXPERIMENT, encoding="utf-8")
            asked = gidn.ask(project)
            self.assertEqual([each.number for each in asked], [1, 2, 3, 4])
            self.assertEqual(shape_of(asked[0].design["elements"]), (8, 4))
            self.assertEqual(gidn.Project(project).run().state, "waiting")
            gidn.tell(project, {3: [12.5, 13.5], 1: "broke in the clamps"}, who="Ada")
            self.assertEqual([each.number for each in gidn.ask(project)], [2, 4])
            with self.assertRaisesRegex(gidn.GidnError, "leave it out until it is"):
                gidn.tell(project, {2: None})
            gidn.tell(project, {2: {"toughness": 11}, 4: 10})
            self.assertEqual(gidn.ask(project), [])
            run = gidn.Project(project).run()
            self.assertEqual((run.state, run.best), ("done", 13.0))
            read = run.evaluations()
            best = read.best()
            self.assertEqual(flat(best.designs["elements"]), flat(asked[2].design["elements"]))
            self.assertIn("broke in the clamps", " ".join(reason for reason in read.failure if reason))


if __name__ == "__main__":
    unittest.main()
