# SPDX-License-Identifier: Apache-2.0
"""One exchange with the product: what the variables are, and how batches of designs are answered."""

import inspect
import math
import sys
import traceback
from typing import Any, Callable, Dict, Iterator, List, Optional, Set, Tuple

from .answers import fields_of_design, gradient_of_design, gradients_of_batch, outputs_of_batch, outputs_of_design
from .blocks import Block
from .errors import GidnError

__all__ = ["Session", "VERSION"]

# The version of the protocol.
VERSION = 1

# Their texts say what happened without their names.
_PLAIN = (Exception, RuntimeError, ValueError, ArithmeticError, AssertionError, GidnError)

Answered = Tuple[List[List[float]], Dict[str, List[Any]], Dict[int, str]]


class Session:
    """Answers batches with a user's functions.

    Args:
        function: gives outputs.
        gradient: gives outputs and gradients, or none.
        fields: shows one design, or none.
        batch: how many designs the functions take at a time; none if they take one design alone.
        greeting: what the product said first.

    Raises:
        GidnError: if a function does not take the variables.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        gradient: Optional[Callable[..., Any]],
        fields: Optional[Callable[..., Any]],
        batch: Optional[int],
        greeting: Dict[str, Any],
    ) -> None:
        self._blocks = [Block.of_protocol(told) for told in greeting["variables"]]
        self._outputs = [output["name"] for output in greeting["outputs"]]
        self._batched = batch is not None
        self._function = _caller(function, self._blocks)
        self._gradient = None if gradient is None else _caller(gradient, self._blocks)
        self._fields = None if fields is None else _caller(fields, self._blocks)
        self._traced: Set[Tuple[Any, ...]] = set()

    def answer(self, message: Dict[str, Any]) -> Dict[str, Any]:
        """The answer to a batch of designs."""
        columns = message["evaluate"]
        if message.get("fields") and self._fields is not None:
            return {"id": message["id"], **self._shown(columns)}
        designs = len(columns[self._blocks[0].name])
        gradients = bool(message.get("gradients")) and self._gradient is not None
        values, derivatives, failures = self._evaluate(columns, designs, gradients)
        outputs: Dict[str, List[Optional[float]]] = {}
        for name, column in zip(self._outputs, values):
            outputs[name] = list(column)
            if all(map(math.isfinite, column)):
                continue
            for i, value in enumerate(column):
                if not math.isfinite(value):
                    outputs[name][i] = None
                    failures.setdefault(i, f"'{name}' is {value}")
        answer: Dict[str, Any] = {"id": message["id"], "outputs": outputs}
        if failures:
            answer["failures"] = {str(i): reason for i, reason in failures.items()}
        if gradients:
            answer["gradients"] = {
                name: [None if row is None else _finite(row) for row in rows] for name, rows in derivatives.items()
            }
        return answer

    def _shown(self, columns: Dict[str, List[Any]]) -> Dict[str, Any]:
        """What is shown of one design, or why nothing is."""
        try:
            design = {block.name: block.designs(columns[block.name])[0] for block in self._blocks}
            assert self._fields is not None
            return fields_of_design(self._fields(design), self._blocks)
        except (Exception, SystemExit) as error:
            return {"error": self._reason(error)}

    def _evaluate(self, columns: Dict[str, List[Any]], designs: int, gradients: bool) -> Answered:
        """The outputs' values, one list an output, gradients by block and design, and why designs failed."""
        if self._batched:
            try:
                return self._whole(columns, designs, gradients)
            except (Exception, SystemExit) as error:
                if designs == 1:
                    return [[math.nan] for _ in self._outputs], {}, {0: self._reason(error)}
        values: List[List[float]] = [[] for _ in self._outputs]
        derivatives: Dict[str, List[Any]] = {block.name: [None] * designs for block in self._blocks} if gradients else {}
        failures: Dict[int, str] = {}
        for i, (outputs, slopes) in enumerate(self._single(columns, designs, gradients, failures)):
            for column, value in zip(values, outputs):
                column.append(value)
            for name, row in slopes.items():
                derivatives[name][i] = row
        return values, derivatives, failures

    def _whole(self, columns: Dict[str, List[Any]], designs: int, gradients: bool) -> Answered:
        arrays = {block.name: block.arrays(columns[block.name]) for block in self._blocks}
        if not gradients or self._gradient is None:
            return outputs_of_batch(self._function(arrays), self._outputs, designs), {}, {}
        outputs, slopes = _pair(self._gradient(arrays))
        return outputs_of_batch(outputs, self._outputs, designs), gradients_of_batch(slopes, self._blocks, designs), {}

    def _single(
        self, columns: Dict[str, List[Any]], designs: int, gradients: bool, failures: Dict[int, str]
    ) -> Iterator[Tuple[List[float], Dict[str, List[float]]]]:
        """Yields each design's values and derivatives, and notes why a design has none."""
        if self._batched:
            for i in range(designs):
                values, slopes, reasons = self._evaluate(
                    {name: column[i : i + 1] for name, column in columns.items()}, 1, gradients
                )
                if reasons:
                    failures[i] = reasons[0]
                yield [column[0] for column in values], {name: rows[0] for name, rows in slopes.items()}
            return
        arrays = {block.name: block.designs(columns[block.name]) for block in self._blocks}
        for i in range(designs):
            try:
                design = {name: array[i] for name, array in arrays.items()}
                if gradients and self._gradient is not None:
                    outputs, slopes = _pair(self._gradient(design))
                    yield outputs_of_design(outputs, self._outputs), gradient_of_design(slopes, self._blocks)
                else:
                    yield outputs_of_design(self._function(design), self._outputs), {}
            except (Exception, SystemExit) as error:
                failures[i] = self._reason(error)
                yield [math.nan] * len(self._outputs), {}

    def _reason(self, error: BaseException) -> str:
        """Why a design failed, in one line. Where the exception came from goes to standard error, once for each place."""
        place = (type(error), *((frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)[-1:]))
        if place not in self._traced:
            self._traced.add(place)
            traceback.print_exception(type(error), error, error.__traceback__, file=sys.stderr)
        if isinstance(error, SystemExit):
            return f"the function ended the program with {error.code!r}"
        text = " ".join(str(error).split())
        return text if text and type(error) in _PLAIN else f"{type(error).__name__}: {text}".rstrip(": ")


def _pair(given: Any) -> Tuple[Any, Any]:
    if not isinstance(given, tuple) or len(given) != 2:
        raise ValueError("the function for gradients has to return two things: the outputs and the gradient")
    return given


def _finite(row: List[float]) -> Optional[List[float]]:
    return row if all(map(math.isfinite, row)) else None


def _caller(function: Callable[..., Any], blocks: List[Block]) -> Callable[[Dict[str, Any]], Any]:
    """The function as one of a dict by the blocks' names."""
    names = [block.name for block in blocks]
    kinds = inspect.Parameter
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        # Functions written in C may not say what they take.
        parameters = [kinds("design", kinds.POSITIONAL_ONLY)]
    taken = [p.name for p in parameters if p.kind in (kinds.POSITIONAL_OR_KEYWORD, kinds.KEYWORD_ONLY)]
    needed = [
        p.name for p in parameters if p.default is kinds.empty and p.kind not in (kinds.VAR_POSITIONAL, kinds.VAR_KEYWORD)
    ]
    if set(needed) <= set(names) and (set(names) <= set(taken) or any(p.kind is kinds.VAR_KEYWORD for p in parameters)):
        return lambda design: function(**design)
    if len(needed) == 1 and len(names) == 1:
        return lambda design: function(design[names[0]])
    if len(needed) == 1 and needed[0] not in names:
        return lambda design: function(design)
    raise GidnError(
        f"The function '{getattr(function, '__name__', function)}' takes {', '.join(taken) or 'nothing'}, but the variables of the"
        f" experiment are {', '.join(names)}; give its parameters these names."
    )
