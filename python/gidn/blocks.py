# SPDX-License-Identifier: Apache-2.0
"""Blocks of variables: what a design consists of."""

from dataclasses import dataclass
from typing import Any, Dict, List, Sequence, Tuple, Union

from .arrays import flat, nested, numpy
from .errors import GidnError

__all__ = ["Block"]

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# From the bytes of a text of digits to the numbers of levels, and back.
_LEVELS = bytes(DIGITS.find(chr(i)) & 0xFF for i in range(256))
_TEXT = bytes(map(ord, DIGITS)) + bytes(256 - len(DIGITS))


@dataclass(frozen=True)
class Block:
    """A named part of a design: variables of one kind.

    Attributes:
        name: what it is called.
        kind: ``binary``, ``phases``, ``integer``, ``real`` or ``category``.
        shape: ``(rows, columns)`` of a picture of cells, ``(count,)`` of a list, and ``()`` of a single variable that is told
            alone.
        levels: what the levels of cells and categories are called; empty for numbers.
        lower: the least of each number; empty for levels.
        upper: the greatest of each number; empty for levels.
        unit: the unit of numbers, or ``""``.
    """

    name: str
    kind: str
    shape: Tuple[int, ...]
    levels: Tuple[str, ...] = ()
    lower: Tuple[float, ...] = ()
    upper: Tuple[float, ...] = ()
    unit: str = ""

    @property
    def size(self) -> int:
        """How many variables it has."""
        size = 1
        for side in self.shape:
            size *= side
        return size

    @staticmethod
    def of_protocol(told: Dict[str, Any]) -> "Block":
        """A block as the protocol tells it."""
        kind = told["kind"]
        if kind not in ("binary", "phases", "integer", "real", "category"):
            raise GidnError(
                f"Variables of the kind '{kind}' are none that this package knows; use that of the product's version."
            )
        if "rows" in told:
            shape: Tuple[int, ...] = (told["rows"], told["columns"])
        else:
            count = told.get("count", 1)
            shape = (count,) if count > 1 else ()
        block = Block(told["name"], kind, shape, tuple(told.get("levels", ())), unit=told.get("unit") or "")
        if "from" not in told:
            return block
        return Block(block.name, kind, shape, (), bounds(told["from"], block.size), bounds(told["to"], block.size), block.unit)

    @staticmethod
    def of_store(told: Dict[str, Any]) -> "Block":
        """A block as a project's database tells it."""
        kind = {"continuous": "real", "categorical": "category"}.get(told["kind"], told["kind"])
        levels = tuple(level["name"] for level in told.get("levels", ()))
        count = told["rows"] * told["columns"]
        shape: Tuple[int, ...] = (count,) if count > 1 else ()
        if kind == "phases" or "picture" in told:
            shape = (told["rows"], told["columns"])
        if kind == "phases" and len(levels) == 2:
            kind = "binary"
        lower, upper = (tuple(told.get(side, ())) for side in ("lower", "upper"))
        return Block(told["name"], kind, shape, levels, lower, upper, told.get("unit") or "")

    def arrays(self, entries: Sequence[Any]) -> Any:
        """Some designs' variables as the protocol tells them: texts of digits, lists of numbers, or lists of labels.

        Returns:
            an array of the shape ``(designs, *shape)``: levels of cells as ``uint8``, or as ``float64`` where designs are
            between levels; whole numbers as ``int64``, others as ``float64``; labels as lists of text. Nested lists without
            numpy.
        """
        if self.kind == "category":
            return nested([label for entry in entries for label in entry], (len(entries), *self.shape))
        texts = self.kind in ("binary", "phases") and all(isinstance(entry, str) for entry in entries)
        if texts:
            levels = "".join(entries).encode("ascii", "replace").translate(_LEVELS)
            if numpy is not None:
                return numpy.frombuffer(levels, numpy.uint8).reshape((len(entries), *self.shape)).copy()
            return nested(levels, (len(entries), *self.shape))
        numbers = [
            number
            for entry in entries
            for number in (entry.encode("ascii", "replace").translate(_LEVELS) if isinstance(entry, str) else entry)
        ]
        kind = int if self.kind == "integer" else float
        if numpy is not None:
            return numpy.array(numbers, dtype="int64" if kind is int else "float64").reshape((len(entries), *self.shape))
        return nested([kind(number) for number in numbers], (len(entries), *self.shape))

    def designs(self, entries: Sequence[Any]) -> Sequence[Any]:
        """The same, one design an entry, where a single variable is a number or a text of Python's own."""
        arrays: Sequence[Any] = self.arrays(entries)
        return flat(arrays) if self.shape == () else arrays

    def text(self, levels: Any) -> str:
        """The text of digits that a design of cells has, row by row."""
        return bytes(flat(levels)).translate(_TEXT).decode("ascii")


def bounds(told: Union[float, List[float]], size: int) -> Tuple[float, ...]:
    """One bound a variable, of one for all or one each."""
    return tuple(told) if isinstance(told, list) else (told,) * size
