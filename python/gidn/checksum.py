# SPDX-License-Identifier: Apache-2.0
"""The checksums by which the product's store knows that a number is as it was written."""

import math
import struct
from typing import Any, Iterable, Optional, Sequence

from .arrays import numpy

__all__ = ["of_row", "of_column"]

_BITS = (1 << 64) - 1
_FACTOR = 0x9E3779B97F4A7C15
_NOTHING = 0x5851F42D4C957F2D


def _mix(state: int, value: int) -> int:
    """The state after one value more."""
    mixed = (state ^ value) * _FACTOR & _BITS
    return mixed ^ mixed >> 32


def _mix_arrays(state: Any, value: Any) -> Any:
    """The same of arrays of 64-bit numbers."""
    mixed = (state ^ value) * numpy.uint64(_FACTOR)
    return mixed ^ mixed >> numpy.uint64(32)


def _of(value: Any) -> int:
    if isinstance(value, int):
        return value & _BITS
    if value is None or isinstance(value, float) and math.isnan(value):
        return _NOTHING
    if isinstance(value, float):
        return int.from_bytes(struct.pack("<d", value + 0.0), "little")
    data: bytes = value.encode("utf-8") if isinstance(value, str) else value
    words = len(data) // 8
    state: int = len(data)
    for word in struct.unpack_from(f"<{words}Q", data):
        state = _mix(state, word)
    return _mix(state, int.from_bytes(data[8 * words :], "big"))


def of_row(table: str, values: Iterable[Any]) -> int:
    """The checksum of a row of a table, whose own checksum is left out, as the store keeps it: signed, of 32 bits."""
    state = _of(table)
    for value in values:
        state = _mix(state, _of(value))
    return int(struct.unpack("<i", struct.pack("<Q", state)[:4])[0])


def of_column(column: int, values: Sequence[Any]) -> int:
    """The sum over the checksums of a column's values, each with its place; unsigned, of 64 bits.

    Args:
        column: the number by which the store knows the column.
        values: all numbers, or all bytes; none where there is no number.
    """
    words = None if numpy is None else _words(values)
    if words is None:
        return sum(_mix((i * _FACTOR + column) & _BITS, _of(value)) for i, value in enumerate(values)) & _BITS
    places = numpy.arange(len(values), dtype="uint64") * numpy.uint64(_FACTOR) + numpy.uint64(column)
    return int(_mix_arrays(places, words).sum(dtype="uint64"))


def _words(values: Sequence[Any]) -> Optional[Any]:
    """The checksums of the values themselves as an array; nothing where they have to be found one by one."""
    if not len(values):
        return None
    if all(type(value) is int for value in values):
        return numpy.array(values, dtype="int64").view("uint64")
    if all(value is None or type(value) is float for value in values):
        numbers = numpy.array(values, dtype="float64")
        return numpy.where(numpy.isnan(numbers), numpy.uint64(_NOTHING), (numbers + 0.0).view("uint64"))
    length = len(values[0])
    if any(type(value) is not bytes or len(value) != length for value in values):
        return None
    return _of_bytes(values, length)


def _of_bytes(rows: Sequence[bytes], length: int) -> Any:
    data = numpy.frombuffer(b"".join(rows), numpy.uint8).reshape(len(rows), length)
    state = numpy.full(len(rows), length, dtype="uint64")
    whole = length // 8 * 8
    for word in numpy.ascontiguousarray(data[:, :whole]).view("<u8").T:
        state = _mix_arrays(state, word)
    rest = numpy.zeros(len(rows), dtype="uint64")
    for byte in data[:, whole:].T:
        rest = rest << numpy.uint64(8) | byte.astype("uint64")
    return _mix_arrays(state, rest)
