# SPDX-License-Identifier: Apache-2.0
import csv
import shutil
import tempfile
import unittest
from pathlib import Path

import gidn
from gidn.arrays import numpy
from tests.projects import needs_product, project


@needs_product
class PredictorTest(unittest.TestCase):
    def fit(self, name):
        """What the product says of the samples that it trained with: expected values and their spread."""
        with open(project(name).run().folder / "fit-training-0.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        return tuple(
            numpy.array([float(row[column] or 0) for row in rows if column in row]) for column in ("predicted", "spread")
        )

    @unittest.skipIf(numpy is None, "numpy is not installed")
    def test_predictions_are_those_of_the_product(self):
        # Networks compute in 32 bits there and in 64 here.
        for name, tolerance in (("networks", 1e-6), ("network", 1e-5), ("roots", 1e-12), ("numbers", 1e-10)):
            with self.subTest(name):
                run = project(name).run()
                predictor = run.predictor()
                means, spreads = predictor.moments(run.evaluations("sample").designs)
                expected, spread = self.fit(name)
                self.assertEqual(means.shape, (60, 1))
                numpy.testing.assert_allclose(means[:, 0], expected, rtol=tolerance, atol=tolerance)
                if len(spread):
                    numpy.testing.assert_allclose(spreads[:, 0], spread, rtol=1e-3, atol=1e-6)
                inverse = run.evaluations("inverse")
                numpy.testing.assert_allclose(
                    predictor.predict(inverse.designs)[:, 0], inverse.predicted, rtol=tolerance, atol=tolerance
                )

    @unittest.skipIf(numpy is None, "numpy is not installed")
    def test_gradients_are_those_of_the_predictions(self):
        for name in ("networks", "network", "roots", "numbers"):
            with self.subTest(name):
                run = project(name).run()
                predictor = run.predictor()
                designs = run.evaluations("sample").take(range(5)).designs
                inputs = predictor.encode(designs)
                # Between the levels, where nothing has a kink.
                inputs = 0.8 * inputs + 0.0873
                step = 1e-6 * numpy.eye(predictor.inputs)
                differences = numpy.stack(
                    [(predictor.predict(inputs + h) - predictor.predict(inputs - h))[:, 0] / 2e-6 for h in step], axis=1
                )
                gradient = predictor.gradient(inputs)
                numpy.testing.assert_allclose(gradient, differences, rtol=1e-4, atol=1e-5 * abs(differences).max())
                self.assertEqual(
                    {block: array.shape for block, array in predictor.gradient(designs).items()},
                    {block.name: (5, *block.shape) for block in run.blocks},
                )

    @unittest.skipIf(numpy is None, "numpy is not installed")
    def test_levels_and_categories_have_an_input_each(self):
        predictor = gidn.Predictor()
        predictor.blocks = (
            gidn.Block("cells", "phases", (1, 2), ("a", "b", "c")),
            gidn.Block("how", "category", (), ("z", "b", "m")),
            gidn.Block("two", "category", (), ("z", "b")),
            gidn.Block("x", "real", (2,)),
        )
        predictor.inputs = 12
        inputs = predictor.encode({"cells": [[[2, 0]]], "how": ["m"], "two": ["b"], "x": [[0.5, 7]]})
        self.assertEqual(inputs.tolist(), [[0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0.5, 7]])

    @unittest.skipIf(numpy is None, "numpy is not installed")
    def test_what_cannot_be_predicted_is_refused(self):
        predictor = project("networks").run().predictor()
        with self.assertRaisesRegex(gidn.GidnError, r"have the shape \(1, 3\); the predictor takes 32 inputs a design"):
            predictor.predict([1, 2, 3])
        with self.assertRaisesRegex(gidn.GidnError, "The designs given have x; the predictor takes elements"):
            predictor.predict({"x": [[1]]})
        with self.assertRaisesRegex(gidn.GidnError, "Run 1 has no predictor of iteration 7; there are those of 0"):
            project("networks").run().predictor(7)
        with self.assertRaisesRegex(gidn.GidnError, "Run 1 has no predictor"):
            project("three-phases").run().predictor()
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "copy")
            shutil.copytree(project("networks").folder, copy)
            file = copy / "runs" / "1" / "predictor-0.zip"
            content = bytearray(file.read_bytes())
            content[len(content) // 2] ^= 1
            file.write_bytes(content)
            with self.assertRaisesRegex(gidn.GidnError, "is damaged: it is not as the run wrote it"):
                gidn.Project(copy).run().predictor()
            file.write_bytes(b"")
            with self.assertRaisesRegex(gidn.GidnError, "is no predictor that this package knows, or is damaged"):
                gidn.Predictor.read(file)

    @unittest.skipIf(numpy is not None, "numpy is installed")
    def test_predictors_need_numpy(self):
        with self.assertRaisesRegex(gidn.GidnError, "Predictors need numpy; install it"):
            project("networks").run().predictor()


if __name__ == "__main__":
    unittest.main()
