# SPDX-License-Identifier: Apache-2.0
"""What a user's function gives, brought into the form of the protocol."""

import math
from typing import Any, Dict, List, Mapping, Sequence, Tuple

from .arrays import flat, numpy, shape_of
from .blocks import Block

__all__ = ["outputs_of_design", "outputs_of_batch", "gradient_of_design", "gradients_of_batch", "fields_of_design"]


def outputs_of_design(given: Any, outputs: Sequence[str]) -> List[float]:
    """The values of one design in the order of the outputs, from a number, several in that order, or a dict by names.

    Raises:
        ValueError: if it is none of these, or one is missing or too many; says which.
    """
    return [number(value, name) for value, name in zip(_in_order(given, outputs), outputs)]


def outputs_of_batch(given: Any, outputs: Sequence[str], designs: int) -> List[List[float]]:
    """A list of values for each output, from one list or array, several in a tuple, a dict by names, or an array of a column
    each.

    Raises:
        ValueError: if it is none of these, or one has another length; says which.
    """
    if len(outputs) == 1 and not isinstance(given, (tuple, Mapping)):
        given = (given,)
    elif shape_of(given) == (designs, len(outputs)) and not isinstance(given, tuple):
        rows = given.tolist() if hasattr(given, "tolist") else given
        given = tuple([row[o] for row in rows] for o in range(len(outputs)))
    columns = []
    for values, name in zip(_in_order(given, outputs), outputs):
        if len(shape_of(values)) != 1 or len(values) != designs:
            raise ValueError(
                f"the function gave '{name}' in the shape {shape_of(values)}, where {designs} designs need ({designs},)"
            )
        columns.append(_numbers(values, name))
    return columns


def _in_order(given: Any, outputs: Sequence[str]) -> Sequence[Any]:
    if given is None:
        raise ValueError(f"the function gave nothing for {_listed(outputs)}; it may lack a 'return'")
    if isinstance(given, Mapping):
        for name in outputs:
            if name not in given:
                raise ValueError(f"the function gave no '{name}', only {_listed(list(given))}")
        for name in given:
            if name not in outputs:
                raise ValueError(f"the function gave '{name}', which is no output; these are {_listed(outputs)}")
        return [given[name] for name in outputs]
    if len(outputs) == 1 and not isinstance(given, (tuple, list)) and shape_of(given) in ((), (1,)):
        given = (given,)
    if isinstance(given, str) or not hasattr(given, "__len__") or len(given) != len(outputs):
        wanted = f"{_listed(outputs)} {'is' if len(outputs) == 1 else 'are'} wanted"
        raise ValueError(f"the function gave {_shown(given)}, where {wanted}")
    return list(given)


def _shown(given: Any) -> str:
    shape = shape_of(given)
    if shape:
        return f"{type(given).__name__} of the shape {shape}"
    text = repr(given)
    return text if len(text) < 60 else type(given).__name__


def _listed(names: Sequence[Any]) -> str:
    shown = [f"'{name}'" for name in names]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown) or "nothing"


def number(value: Any, name: str) -> float:
    """A number of Python's own; none, and what is no number, as told by the exception.

    Raises:
        ValueError: if it is something else than a number.
    """
    if type(value) is float:
        return value
    if value is None:
        return math.nan
    if isinstance(value, (str, bytes)):
        raise ValueError(f"the function gave '{name}' as the text {value!r}, not as a number")
    try:
        return float(value)
    except OverflowError:
        return math.inf
    except (TypeError, ValueError):
        raise ValueError(f"the function gave '{name}' as {_shown(value)}, not as a number") from None


def _numbers(values: Any, name: str) -> List[float]:
    if numpy is not None and isinstance(values, numpy.ndarray) and values.dtype.kind in "fiub":
        return list(values.astype("float64").tolist())
    return [number(value, name) for value in values]


def gradient_of_design(given: Any, blocks: Sequence[Block]) -> Dict[str, List[float]]:
    """The derivatives by each block's variables, in one list a block.

    Args:
        given: an array of the block's shape where there is one block only, else a dict of those by blocks.

    Raises:
        ValueError: if one is missing or has another number of derivatives; says which.
    """
    derivatives = {}
    for block, values in _by_block(given, blocks):
        numbers = [number(value, f"gradient by {block.name}") for value in flat(values)]
        if len(numbers) != block.size:
            raise ValueError(
                f"the gradient by '{block.name}' has the shape {shape_of(values)}, where the variables have {block.shape}"
            )
        derivatives[block.name] = numbers
    return derivatives


def gradients_of_batch(given: Any, blocks: Sequence[Block], designs: int) -> Dict[str, List[List[float]]]:
    """The same for several designs: a list of lists a block. Arrays have the designs as their first axis."""
    derivatives = {}
    for block, values in _by_block(given, blocks):
        if not hasattr(values, "__len__") or len(values) != designs:
            raise ValueError(
                f"the gradient by '{block.name}' has the shape {shape_of(values)}, where {designs} designs need"
                f" {(designs, *block.shape)}"
            )
        derivatives[block.name] = [gradient_of_design(row, [block])[block.name] for row in values]
    return derivatives


def _by_block(given: Any, blocks: Sequence[Block]) -> List[Tuple[Block, Any]]:
    if not isinstance(given, Mapping):
        if len(blocks) > 1:
            raise ValueError(f"the gradient is no dict by the variables' names {_listed([block.name for block in blocks])}")
        return [(blocks[0], given)]
    numbered = [block for block in blocks if block.kind != "category"]
    for block in numbered:
        if block.name not in given:
            raise ValueError(f"the gradient has no entry '{block.name}', only {_listed(list(given))}")
    return [(block, given[block.name]) for block in numbered]


def fields_of_design(given: Any, blocks: Sequence[Block]) -> Dict[str, Any]:
    """What the protocol has as fields, mesh and curves, from a dict of fields by name, or these with a mesh and curves behind.

    Raises:
        ValueError: if it is none of these.
    """
    parts = given if isinstance(given, tuple) else (given,)
    if not 1 <= len(parts) <= 3 or not isinstance(parts[0], Mapping):
        raise ValueError("the function for fields has to return a dict by their names, perhaps with a mesh and curves behind")
    shapes = [block.shape for block in blocks if len(block.shape) == 2]
    fields = {}
    for name, field in parts[0].items():
        told = dict(field) if isinstance(field, Mapping) else {"values": field}
        if "values" not in told:
            raise ValueError(f"the field '{name}' has no 'values'")
        values = told["values"]
        told["values"] = flat(values) if shape_of(values) in shapes and "components" not in told else values
        fields[name] = _plain(told)
    return {"fields": fields, **{name: _plain(part) for name, part in zip(("mesh", "curves"), parts[1:]) if part is not None}}


def _plain(value: Any) -> Any:
    """The same in lists, dicts, text and numbers of Python's own; what is not finite becomes None."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, str) or value is None:
        return value
    plain = number(value, "field")
    return plain if math.isfinite(plain) else None
