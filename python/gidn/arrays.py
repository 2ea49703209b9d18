# SPDX-License-Identifier: Apache-2.0
"""Arrays of numpy where it is installed, and nested lists where it is not."""

import importlib
from typing import Any, List, Sequence, Tuple

__all__ = ["flat", "installed", "nested", "numpy", "shape_of"]


def installed(name: str) -> Any:
    """The module of that name, or none where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


numpy: Any = installed("numpy")


def nested(values: Sequence[Any], shape: Sequence[int]) -> List[Any]:
    """The values as lists in lists of that shape, the last number counting fastest."""
    rows = list(values)
    for size in reversed(shape[1:]):
        rows = [rows[i : i + size] for i in range(0, len(rows), size)] if size else []
    return rows


def shape_of(value: Any) -> Tuple[int, ...]:
    """The shape of an array, of lists in lists, or of a number, which has none. Ragged lists have that of their first
    entries."""
    if hasattr(value, "shape"):
        return tuple(value.shape)
    shape = []
    while isinstance(value, (list, tuple)):
        shape.append(len(value))
        if not value:
            break
        value = value[0]
    return tuple(shape)


def flat(value: Any) -> List[Any]:
    """All entries of an array, or of lists in lists, in one list of Python's own numbers."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, (list, tuple)):
        return [value]
    if value and isinstance(value[0], (list, tuple)) or any(hasattr(entry, "tolist") for entry in value):
        return [number for entry in value for number in flat(entry)]
    return list(value)
