# SPDX-License-Identifier: Apache-2.0
"""Gaussian processes, one an output, as the product keeps them: by what they have learned and the numbers of their kernels."""

import csv
from io import StringIO
from typing import Any, Dict, List, Tuple

from .arrays import numpy
from .predictor import Predictor, properties, scaling

__all__ = ["Process"]


class Process(Predictor):
    """Levels, which are 0 or 1 in all examples, are compared by the exponential Hamming kernel, numbers, scaled to the
    examples' range, by Matérn's of smoothness 5/2 (Rasmussen and Williams 2006, equation 4.17)."""

    def __init__(self, entries: Dict[str, bytes]) -> None:
        told = properties(entries["kernel.properties"])
        parameters = _table(entries["parameters.csv"])
        table = _table(entries["examples.csv"])
        self.outputs = parameters.shape[1]
        self.inputs = table.shape[1] - self.outputs
        examples = table[:, : self.inputs]
        level = ((examples == 0) | (examples == 1)).all(axis=0)
        least, most = examples.min(axis=0), examples.max(axis=0)
        self._origin = numpy.where(level, 0, least)
        self._unit = numpy.where(level | (most == least), 1, most - least)
        scaled = (examples - self._origin) / self._unit
        self._scalings = [scaling(told, f".{o}") for o in range(self.outputs)]
        self._posteriors: List[_Posterior] = []
        for o, (transform, origin, unit) in enumerate(self._scalings):
            values = table[:, self.inputs + o]
            values = {"IDENTITY": numpy.array, "SQUARE_ROOT": numpy.sqrt, "LOGARITHM": numpy.log}[transform](values)
            kernel = _Kernel(level, parameters[:, o], told["each"] == "true", told["added"] == "true")
            self._posteriors.append(_Posterior(kernel, scaled, (values - origin) / unit))

    def _scaled(self, inputs: Any) -> Any:
        return (inputs - self._origin) / self._unit

    def moments(self, designs: Any) -> Tuple[Any, Any]:
        scaled = self._scaled(self.encode(designs))
        means, deviations = [], []
        for posterior, (transform, origin, unit) in zip(self._posteriors, self._scalings):
            mean, variance = posterior.moments(scaled)
            m, d = mean * unit + origin, numpy.sqrt(variance) * unit
            if transform == "SQUARE_ROOT":
                # The square of a normal number.
                m, d = m * m + d * d, d * numpy.sqrt(4 * m * m + 2 * d * d)
            elif transform == "LOGARITHM":
                # The log-normal distribution.
                m, d = numpy.exp(m + d * d / 2), numpy.exp(m + d * d / 2) * numpy.sqrt(numpy.expm1(d * d))
            means.append(m)
            deviations.append(d)
        return numpy.stack(means, axis=-1), numpy.stack(deviations, axis=-1)

    def derivatives(self, inputs: Any, output: int) -> Any:
        scaled = self._scaled(inputs)
        transform, origin, unit = self._scalings[output]
        mean, variance = self._posteriors[output].moments(scaled)
        by_mean, by_variance = self._posteriors[output].slopes(scaled)
        by_mean, by_variance = by_mean * unit / self._unit, by_variance * unit**2 / self._unit
        m = (mean * unit + origin)[:, None]
        if transform == "SQUARE_ROOT":
            return 2 * m * by_mean + by_variance
        if transform == "LOGARITHM":
            return numpy.exp(m + variance[:, None] * unit**2 / 2) * (by_mean + by_variance / 2)
        return by_mean


class _Kernel:
    """How alike designs' values are, from the logarithms of its deviations, lengths and noise."""

    def __init__(self, level: Any, parameters: Any, each: bool, added: bool) -> None:
        numbers, levels = int((~level).sum()), int(level.sum())
        self._level = level
        self._added = added and numbers > 0 and levels > 0
        deviations = 2 if self._added else 1
        of_numbers = numbers if each else min(1, numbers)
        of_levels = levels if each else min(1, levels)
        if len(parameters) != deviations + of_numbers + of_levels + 1:
            raise ValueError("its kernel has another number of parameters")
        self._number_variance = numpy.exp(2 * parameters[0])
        self._level_variance = numpy.exp(2 * parameters[1]) if self._added else 0.0
        self.variance = self._number_variance + self._level_variance
        self.noise = numpy.exp(2 * parameters[-1])
        self._weights = numpy.empty(len(level))
        self._weights[~level] = numpy.exp(-2 * parameters[deviations : deviations + of_numbers]) / max(1, numbers)
        self._weights[level] = numpy.exp(-parameters[deviations + of_numbers : -1]) / max(1, levels)

    def compare(self, designs: Any, examples: Any) -> Tuple[Any, Any, Any]:
        """How alike each design is to each example, and the derivatives of that by the distances of numbers and of levels."""
        s = _distances(designs, examples, numpy.where(self._level, 0, self._weights))
        t = _distances(designs, examples, numpy.where(self._level, self._weights, 0))
        root = numpy.sqrt(5 * s)
        decay = numpy.exp(-root if self._added else -root - t)
        number = self._number_variance * (1 + root + 5 / 3 * s) * decay
        apart = self._level_variance * numpy.exp(-t) if self._added else 0.0
        by_s = self._number_variance * -5 / 6 * (1 + root) * decay
        return number + apart, by_s, -apart if self._added else -number

    def slopes(self, designs: Any, examples: Any, by_likeness: Any) -> Any:
        """The derivatives by the designs of what depends on each likeness as ``by_likeness`` says."""
        _, by_s, by_t = self.compare(designs, examples)
        slopes = numpy.empty(designs.shape)
        for kind, by in ((~self._level, by_likeness * by_s), (self._level, by_likeness * by_t)):
            # Of the sum of by·weight·(design − example)² over the examples.
            slopes[:, kind] = 2 * self._weights[kind] * (by.sum(axis=1)[:, None] * designs[:, kind] - by @ examples[:, kind])
        return slopes


def _distances(designs: Any, examples: Any, weights: Any) -> Any:
    """The weighted sums of squared differences; by their differences, since a formula by products loses digits where they are
    small."""
    distances = numpy.zeros((len(designs), len(examples)))
    for j in numpy.flatnonzero(weights):
        distances += weights[j] * (designs[:, j : j + 1] - examples[:, j]) ** 2
    return distances


class _Posterior:
    """A process of mean 0 that has seen examples (Rasmussen and Williams 2006, algorithm 2.1)."""

    def __init__(self, kernel: _Kernel, examples: Any, values: Any) -> None:
        self._kernel = kernel
        self._examples = examples
        matrix = kernel.compare(examples, examples)[0] + kernel.noise * numpy.eye(len(examples))
        # Fails where the matrix is not positive definite, as a damaged one.
        numpy.linalg.cholesky(matrix)
        self._inverse = numpy.linalg.inv(matrix)
        self._solved = numpy.linalg.solve(matrix, values)

    def moments(self, designs: Any) -> Tuple[Any, Any]:
        """Means, and variances with the noise."""
        alike = self._kernel.compare(designs, self._examples)[0]
        known = ((alike @ self._inverse) * alike).sum(axis=1)
        return alike @ self._solved, numpy.maximum(0, self._kernel.variance - known) + self._kernel.noise

    def slopes(self, designs: Any) -> Tuple[Any, Any]:
        """The derivatives of means and variances by the designs."""
        alike = self._kernel.compare(designs, self._examples)[0]
        means = numpy.broadcast_to(self._solved, alike.shape)
        by = self._kernel.slopes
        return by(designs, self._examples, means), by(designs, self._examples, -2 * alike @ self._inverse)


def _table(content: bytes) -> Any:
    """The numbers of a table below its heading."""
    rows = list(csv.reader(StringIO(content.decode("utf-8"))))
    return numpy.array([[float(value) for value in row] for row in rows[1:]])
