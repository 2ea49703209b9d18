# SPDX-License-Identifier: Apache-2.0
"""Trained predictors, read from the files that a run wrote."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple, Union

from .arrays import numpy
from .blocks import Block
from .errors import GidnError

__all__ = ["Predictor"]


class Predictor:
    """What a run learned: expects the values of designs that nobody evaluated. Needs numpy; computes in 64 bits.

    Designs are given as the run's evaluations have them, a dict of arrays by the blocks' names, or as an array of the shape
    ``(designs, inputs)``. A variable of three or more levels has as many inputs, 1 for the level that it has and 0 for the
    others; every other variable is its own input. Anything between is allowed.

    Attributes:
        blocks: what a design consists of; empty where the file was read without its run.
        inputs: the number of inputs.
        outputs: the number of values that it expects.
    """

    blocks: Tuple[Block, ...] = ()
    inputs: int
    outputs: int

    @staticmethod
    def read(file: Union[str, Path], sha256: Optional[str] = None, blocks: Sequence[Block] = ()) -> "Predictor":
        """Reads a file such as ``runs/1/predictor-3.zip``.

        Args:
            file: the file.
            sha256: what the file's sum has to be, if that is known.
            blocks: what a design consists of, so that dicts of arrays are understood.

        Raises:
            GidnError: if it is missing, damaged or of another kind, or numpy is not installed.
        """
        from .networks import Networks
        from .process import Process

        if numpy is None:
            raise GidnError("Predictors need numpy; install it, such as the package python3-numpy.")
        try:
            content = Path(file).read_bytes()
        except OSError as error:
            raise GidnError(f"The predictor's file {file} cannot be read: {error.strerror}.") from error
        if sha256 is not None and hashlib.sha256(content).hexdigest() != sha256:
            raise GidnError(f"The file {file} is damaged: it is not as the run wrote it.", 1)
        predictor: Predictor
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                entries = {name: archive.read(name) for name in archive.namelist()}
            predictor = Process(entries) if "kernel.properties" in entries else Networks(entries)
        except (zipfile.BadZipFile, KeyError, ValueError, IndexError, numpy.linalg.LinAlgError) as error:
            raise GidnError(f"The file {file} is no predictor that this package knows, or is damaged: {error}.") from error
        predictor.blocks = tuple(blocks)
        return predictor

    def predict(self, designs: Any) -> Any:
        """The expected values, in the shape ``(designs, outputs)``."""
        return self.moments(designs)[0]

    def spread(self, designs: Any) -> Any:
        """The standard deviations of the expected values, likewise; 0 where the predictor has no spread, as a single
        network."""
        return self.moments(designs)[1]

    def moments(self, designs: Any) -> Tuple[Any, Any]:
        """:meth:`predict` and :meth:`spread` in one."""
        raise NotImplementedError

    def gradient(self, designs: Any, output: int = 0) -> Any:
        """The derivatives of an expected value by the inputs, in the shape ``(designs, inputs)``; by a dict of designs in a
        dict of arrays of the shape ``(designs, *shape of the block)``, with one axis more, the levels, where variables have
        three or more."""
        derivatives = self.derivatives(self.encode(designs), output)
        if not isinstance(designs, Mapping):
            return derivatives
        by_block: Dict[str, Any] = {}
        first = 0
        for block in self.blocks:
            levels = _inputs(block)
            shape = (*block.shape, levels) if levels > 1 else block.shape
            size = block.size * levels
            by_block[block.name] = derivatives[:, first : first + size].reshape((len(derivatives), *shape))
            first += size
        return by_block

    def derivatives(self, inputs: Any, output: int) -> Any:
        """The gradient by inputs of the shape ``(designs, inputs)``."""
        raise NotImplementedError

    def encode(self, designs: Any) -> Any:
        """Designs as inputs, in the shape ``(designs, inputs)``.

        Raises:
            GidnError: if there is another number of inputs, or a block is missing.
        """
        if isinstance(designs, Mapping):
            if not self.blocks or any(block.name not in designs for block in self.blocks):
                wanted = ", ".join(block.name for block in self.blocks) or "an array, since the blocks are not known"
                raise GidnError(f"The designs given have {', '.join(designs) or 'no blocks'}; the predictor takes {wanted}.")
            columns = [_encoded(block, designs[block.name]) for block in self.blocks]
            inputs = numpy.concatenate(columns, axis=1)
        else:
            inputs = numpy.atleast_2d(numpy.asarray(designs, dtype="float64"))
        if inputs.ndim != 2 or inputs.shape[1] != self.inputs:
            raise GidnError(
                f"The designs given have the shape {inputs.shape}; the predictor takes {self.inputs} inputs a design."
            )
        return inputs


def _inputs(block: Block) -> int:
    """How many inputs a variable of the block has."""
    return len(block.levels) if len(block.levels) > 2 else 1


def _encoded(block: Block, designs: Any) -> Any:
    if block.kind == "category":
        designs = numpy.searchsorted(block.levels, designs, sorter=numpy.argsort(block.levels))
        designs = numpy.argsort(block.levels)[designs]
    values = numpy.asarray(designs, dtype="float64").reshape(len(designs), block.size)
    if _inputs(block) == 1:
        return values
    return (values[:, :, None] == numpy.arange(len(block.levels))).astype("float64").reshape(len(values), -1)


def scaling(properties: Mapping[str, str], suffix: str) -> Tuple[str, float, float]:
    """What an output stands for: ``transform(value) = output · unit + origin``, as ``(transform, origin, unit)``."""
    transform = properties["transform" + suffix]
    if transform not in ("IDENTITY", "SQUARE_ROOT", "LOGARITHM"):
        raise ValueError(f"the transform {transform} is not known")
    return transform, float(properties["origin" + suffix]), float(properties["unit" + suffix])


def properties(text: bytes) -> Dict[str, str]:
    """The lines ``name=value`` of a text."""
    lines = [line for line in text.decode("utf-8").splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines if "=" in line)
