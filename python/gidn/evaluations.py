# SPDX-License-Identifier: Apache-2.0
"""Evaluated designs, as columns of equal lengths."""

import math
import struct
from dataclasses import dataclass, fields, replace
from typing import Any, Dict, List, Optional, Sequence, Tuple

from .arrays import installed, nested, numpy
from .blocks import Block
from .errors import GidnError

__all__ = ["APART", "Evaluations", "MEASUREMENT", "Output", "OUTSIDE", "column", "decode"]

OUTSIDE = "outside"
"""The source of designs that do not fulfil the problem's constraints; they are never counted as found."""
MEASUREMENT = "measurement"
"""The source of single measurements of a design whose mean is kept beside them."""
APART = (OUTSIDE, MEASUREMENT)
"""The sources of what is none of what a run has found."""


@dataclass(frozen=True)
class Output:
    """A number that an evaluator measures.

    Attributes:
        name: what it is called.
        unit: its unit, or ``""``.
        goal: ``maximise`` or ``minimise`` of an objective, else none.
    """

    name: str
    unit: str = ""
    goal: Optional[str] = None


@dataclass(frozen=True)
class Evaluations:
    """Evaluated designs in the order in which they were asked for, those of :data:`APART` last. Columns are arrays of numpy, or lists where that is not
    installed.

    Attributes:
        outputs: what was measured, the objectives first.
        blocks: what a design consists of.
        values: a column for each output by its name; NaN where there is no value.
        designs: by the name of each block an array of the shape ``(evaluations, *shape of the block)``: levels of cells as
            whole numbers from 0 on, categories by their labels.
        predicted: what the predictor expected of the first objective, NaN where it was not asked.
        source: what asked for it, e.g. ``sample`` or ``inverse``; :data:`OUTSIDE` marks designs that do not fulfil the
            constraints, :data:`MEASUREMENT` single measurements of designs that were measured several times.
        iteration: the method's iteration, from 0 on.
        count: how often the design was found.
        spent: how many evaluations the run had spent with it.
        time: when, in seconds since 1970, UTC.
        failure: why there is no value, or none.
        gradient: the derivatives of the first objective in one list or array a design, the variables of all blocks one after
            the other; none where nobody asked for them.
    """

    outputs: Tuple[Output, ...]
    blocks: Tuple[Block, ...]
    values: Dict[str, Any]
    designs: Dict[str, Any]
    predicted: Any
    source: List[str]
    iteration: Any
    count: Any
    spent: Any
    time: Any
    failure: List[Optional[str]]
    gradient: List[Any]

    def __len__(self) -> int:
        return len(self.source)

    def take(self, places: Sequence[int]) -> "Evaluations":
        """Some of them, in the order of the places given."""
        taken: Dict[str, Any] = {}
        for field in fields(self):
            content = getattr(self, field.name)
            if isinstance(content, dict):
                taken[field.name] = {name: _taken(each, places) for name, each in content.items()}
            elif not isinstance(content, tuple):
                taken[field.name] = _taken(content, places)
        return replace(self, **taken)

    def best(self, count: int = 1) -> "Evaluations":
        """The best different designs by the first objective that fulfil the constraints, the best first; fewer where there are
        fewer. A design that was measured several times counts by its mean."""
        objective = self.outputs[0]
        sign = 1 if objective.goal == "minimise" else -1
        values = [float(value) for value in self.values[objective.name]]
        places = [i for i, value in enumerate(values) if not math.isnan(value) and self.source[i] not in APART]
        places.sort(key=lambda i: sign * values[i])
        seen = set()
        best: List[int] = []
        for i in places:
            if len(best) == count:
                break
            design = repr([block[i].tolist() if hasattr(block[i], "tolist") else block[i] for block in self.designs.values()])
            if design not in seen:
                seen.add(design)
                best.append(i)
        return self.take(best)

    def texts(self, block: str) -> List[str]:
        """The designs of a block of cells as text of digits, row by row, as the product's commands read and write them."""
        for each in self.blocks:
            if each.name == block and each.kind in ("binary", "phases"):
                return [each.text(design) for design in self.designs[block]]
        raise GidnError(f"There is no block of cells '{block}'; the blocks are {', '.join(each.name for each in self.blocks)}.")

    def as_dict(self) -> Dict[str, Any]:
        """One column a name, each of one axis: a column for every variable, called like ``x[0]`` or ``cells[2,3]``, and every
        output."""
        columns: Dict[str, Any] = {"source": self.source, "iteration": self.iteration}
        for block in self.blocks:
            for place, name in _places(block):
                columns[name] = _variable(self.designs[block.name], place)
        columns.update(self.values)
        columns.update(predicted=self.predicted, count=self.count, spent=self.spent, time=self.time, failure=self.failure)
        return columns

    def to_pandas(self) -> Any:
        """:meth:`as_dict` as a data frame.

        Raises:
            GidnError: if pandas is not installed.
        """
        pandas = installed("pandas")
        if pandas is None:
            raise GidnError("pandas is not installed; install it (such as the package python3-pandas), or use as_dict().")
        return pandas.DataFrame(self.as_dict())


def _taken(column: Any, places: Sequence[int]) -> Any:
    if numpy is not None and isinstance(column, numpy.ndarray):
        return column[numpy.asarray(places, dtype=int)]
    return [column[i] for i in places]


def _places(block: Block) -> List[Tuple[Tuple[int, ...], str]]:
    """Where each variable of a block stands, and a name for it."""
    places: List[Tuple[int, ...]] = [()]
    for side in block.shape:
        places = [(*place, i) for place in places for i in range(side)]
    return [(place, block.name + (f"[{','.join(map(str, place))}]" if place else "")) for place in places]


def _variable(designs: Any, place: Tuple[int, ...]) -> Any:
    if numpy is not None and isinstance(designs, numpy.ndarray):
        return designs[(slice(None), *place)]
    column = designs
    for i in place:
        column = [each[i] for each in column]
    return column


def column(values: Sequence[Any], whole: bool = False) -> Any:
    """Numbers as a column, NaN for none."""
    if numpy is not None:
        return numpy.array(values, dtype="int64" if whole else "float64")
    return [math.nan if value is None else value for value in values]


def decode(rows: Sequence[bytes], blocks: Sequence[Block]) -> Dict[str, Any]:
    """Designs as the store keeps them: bits, or 8-byte little-endian numbers. All of one kind or mixed.

    Raises:
        ValueError: if one has another number of variables.
    """
    variables = sum(block.size for block in blocks)
    numbers = _numbers(rows, variables)
    designs = {}
    first = 0
    for block in blocks:
        designs[block.name] = _typed(block, _columns(numbers, first, block.size), len(rows))
        first += block.size
    return designs


def _numbers(rows: Sequence[bytes], variables: int) -> Any:
    """All variables of all designs: an array or a list of lists."""
    packed = (variables + 7) // 8
    if any(len(row) not in (packed, 8 * variables) for row in rows):
        raise ValueError("a design has another number of variables")
    if numpy is not None and rows:
        if all(len(row) == packed for row in rows):
            bits = numpy.frombuffer(b"".join(rows), numpy.uint8).reshape(len(rows), packed)
            return numpy.unpackbits(bits, axis=1, count=variables, bitorder="little")
        if all(len(row) == 8 * variables for row in rows):
            return numpy.frombuffer(b"".join(rows), "<f8").reshape(len(rows), variables)
    lists = [
        [row[j >> 3] >> (j & 7) & 1 for j in range(variables)]
        if len(row) == packed
        else list(struct.unpack(f"<{variables}d", row))
        for row in rows
    ]
    return lists if numpy is None else numpy.array(lists, dtype="float64").reshape(len(rows), variables)


def _columns(numbers: Any, first: int, size: int) -> Any:
    if numpy is not None:
        return numbers[:, first : first + size]
    return [row[first : first + size] for row in numbers]


def _typed(block: Block, numbers: Any, designs: int) -> Any:
    shape = (designs, *block.shape)
    if numpy is not None:
        if block.kind == "category":
            return numpy.array(block.levels)[numbers.astype(int)].reshape(shape)
        whole = block.kind in ("binary", "phases") and bool((numbers == numpy.floor(numbers)).all())
        kind = "uint8" if whole else "int64" if block.kind == "integer" else "float64"
        return numbers.astype(kind).reshape(shape)
    entries: List[Any] = [number for row in numbers for number in row]
    if block.kind == "category":
        entries = [block.levels[int(number)] for number in entries]
    elif block.kind == "integer" or block.kind != "real" and all(number == int(number) for number in entries):
        entries = [int(number) for number in entries]
    return nested(entries, shape)
